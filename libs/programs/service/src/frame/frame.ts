import { fold, streamName, type StreamOf } from '@vouchsafe/decider';
import { readEvent, type AnyEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { cohorts, programs, type Cohort, type EnrolmentFrame, type Program } from '@vouchsafe/programs-domain';

/** A stream's state as the log has it at this moment: facts of a decision are never older than the request. */
const stateOf = async <State, Event extends AnyEvent>(log: EventStore, tenant: TenantId, of: StreamOf<State, Event>, id: string): Promise<State> =>
  fold(of, (await log.readStream(tenant, streamName(of, id))).map((stored) => readEvent(of.catalogue, stored) as unknown as Event));

export const programOf = (log: EventStore, tenant: TenantId, programId: string): Promise<Program> => stateOf(log, tenant, programs, programId);
export const cohortOf = (log: EventStore, tenant: TenantId, cohortId: string): Promise<Cohort> => stateOf(log, tenant, cohorts, cohortId);

/** A cohort and its programme. */
export const frameOf = async (log: EventStore, tenant: TenantId, cohortId: string): Promise<EnrolmentFrame> => {
  const cohort = await cohortOf(log, tenant, cohortId);
  return { cohort, program: cohort.status === 'none' ? { status: 'none' } : await programOf(log, tenant, cohort.programId) };
};
