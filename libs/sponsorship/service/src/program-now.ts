import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { defaultProgramSettings, programEvents, programStream, type ProgramSettings } from '@vouchsafe/programs-contracts';
import type { CommitmentRules } from '@vouchsafe/sponsorship-domain';

/** A programme as its published events tell it. One that was never defined is not open, and has the settings that programmes start with. */
export interface KnownProgram {
  readonly isOpen: boolean;
  readonly settings: ProgramSettings;
}

/** A programme as the log has it at this moment: its stream is a handful of events, so no read model needs to be waited for.
 * @throws UnreadableEvent */
export const programNow = async (log: EventStore, tenant: TenantId, programId: string): Promise<KnownProgram> => {
  let known: KnownProgram = { isOpen: false, settings: defaultProgramSettings };
  for (const stored of await log.readStream(tenant, programStream(programId))) {
    const { type, data } = readEvent(programEvents, stored);
    switch (type) {
      case 'ProgramDefined': break;
      case 'ProgramRulesSet': known = { ...known, settings: data.settings }; break;
      case 'ProgramOpened': known = { ...known, isOpen: true }; break;
      case 'ProgramClosed': known = { ...known, isOpen: false }; break;
    }
  }
  return known;
};

/** What of a programme's settings commitments are decided by. */
export const rulesFrom = ({ settings: { longestTermMonths, lateRecordingAfterDays } }: KnownProgram): Partial<CommitmentRules> =>
  ({ longestTermMonths, lateAfterDays: lateRecordingAfterDays });
