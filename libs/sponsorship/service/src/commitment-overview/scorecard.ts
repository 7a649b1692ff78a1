import type { Side } from '@vouchsafe/sponsorship-contracts';
import type { Scorecard, SideScore } from '../graphql.generated.js';
import type { PledgeRow } from './commitment-overview.projection.js';

const scoreOf = (pledges: readonly PledgeRow[], of: Side): SideScore => {
  const counted = pledges.filter(({ side, status }) => side === of && status !== 'released');
  const count = (wanted: PledgeRow['status']) => counted.filter(({ status }) => status === wanted).length;
  return {
    __typename: 'SideScore', pledged: counted.length, open: count('open'), kept: count('kept'), missed: count('missed'), takenBack: count('taken_back'),
    keptOnTime: counted.filter(({ status, onTime }) => status === 'kept' && onTime === true).length,
  };
};

/** How each side keeps its word. There is no way to ask for one side alone. */
export const scorecardOf = (pledges: readonly PledgeRow[]): Scorecard =>
  ({ __typename: 'Scorecard', sponsor: scoreOf(pledges, 'SPONSOR'), protege: scoreOf(pledges, 'PROTEGE') });
