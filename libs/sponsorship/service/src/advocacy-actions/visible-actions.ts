import { policy, toSql, whereOf, type Actor, type SqlCondition } from '@vouchsafe/access';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';
import { advocacyActions } from './advocacy-actions.projection.js';

/** Every action of one tenant ($1) beside the pair and state of its commitment; to be narrowed by `mayReadActions`. */
export const ACTIONS = `(SELECT a.*, c.program_id, c.sponsor_id, c.protege_id, c.status, coalesce(a.delegate_id, c.sponsor_id) AS recorded_by
  FROM ${advocacyActions.table} AS a JOIN ${commitmentOverview.table} AS c ON c.tenant_id = a.tenant_id AND c.commitment_id = a.commitment_id WHERE a.tenant_id = $1)`;

/** Which of `ACTIONS AS x` somebody may read: the sponsor while the sponsorship lives, whoever recorded it, the protégé where it is disclosed.
 * @param firstParameter the number of the query's first free parameter */
export const mayReadActions = (actor: Actor, firstParameter: number): SqlCondition => toSql(whereOf(policy(actor, 'advocacy-action:read', 'advocacy-action')), {
  tenant: 'x.tenant_id',
  columns: {
    actionId: 'x.action_id', commitmentId: 'x.commitment_id', programId: 'x.program_id', sponsorId: 'x.sponsor_id', protegeId: 'x.protege_id', status: 'x.status',
    recordedBy: 'x.recorded_by', disclosed: 'x.disclosed',
  },
}, firstParameter);
