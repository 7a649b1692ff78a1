import type { TenantId } from '@vouchsafe/event-schema';
import { idFromRequest } from '@vouchsafe/event-store';
import { agreement, type Agreement } from '@vouchsafe/sponsorship-contracts';
import type { ProposeCommitmentInput } from '../graphql.generated.js';

type TextInput = Pick<ProposeCommitmentInput, 'requestKey' | 'objective' | 'cadence' | 'termStart' | 'termEnd' | 'pledges'>;

/** The text of a form in the shape that is signed. A pledge without an id gets one that is the same each time the request is repeated.
 * @throws z.ZodError for a text too long, a cadence without its weeks, or an id that is none */
export const agreementFromInput = (tenant: TenantId, { requestKey, objective, cadence, termStart, termEnd, pledges }: TextInput): Agreement => agreement.parse({
  objective, cadence, term: { start: termStart, end: termEnd },
  pledges: pledges.map(({ pledgeId, side, pledged: { behaviour, deliverable }, times, dueOn }, index) => ({
    pledgeId: pledgeId ?? idFromRequest(tenant, `pledge ${index}`, requestKey), side, times: times ?? 1, dueOn,
    promise: behaviour == null ? { kind: 'DELIVERABLE', deliverable } : { kind: 'BEHAVIOUR', behaviour },
  })),
});
