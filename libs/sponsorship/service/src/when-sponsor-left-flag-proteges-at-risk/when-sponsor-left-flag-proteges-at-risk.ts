import { PersonLeft, PersonReturned } from '@vouchsafe/directory-contracts';
import { eventCatalogue } from '@vouchsafe/event-schema';
import { MAIL, notice, type NoticeKind } from '@vouchsafe/notifications-contracts';
import { effect, policy, remember, send, type Consequence, type Recall } from '@vouchsafe/reactions';
import { CommitmentMade, SponsorDeparted } from '@vouchsafe/sponsorship-contracts';
import { RoleGranted, RoleRevoked } from '@vouchsafe/tenancy-contracts';
import { noteSponsorDepartureCommand, noteSponsorReturnCommand } from './note-sponsor-departure.command.js';

/** Ids under one heading: the commitments that a sponsor ever made, or the leads that a programme has. */
interface Ids { readonly ids: readonly string[] }

const ofSponsor = (personId: string): string => `sponsor/${personId}`;
const ofProgram = (programId: string): string => `program/${programId}`;
const added = (known: Ids | undefined, id: string): Ids => ({ ids: [...(known?.ids ?? []).filter((each) => each !== id), id] });
const removed = (known: Ids | undefined, id: string): Ids => ({ ids: (known?.ids ?? []).filter((each) => each !== id) });

/** The directory says that somebody left: each commitment of theirs is asked, by a command, whether it is at risk. Where it says so, in the log,
 * the protégé and the programme's leads are told. A departure ends no sponsorship silently. */
export const whenSponsorLeftFlagProtegesAtRisk = () => policy({
  name: 'when-sponsor-left-flag-proteges-at-risk',
  reads: eventCatalogue(PersonLeft, PersonReturned, CommitmentMade, SponsorDeparted, RoleGranted, RoleRevoked),
  sends: [noteSponsorDepartureCommand, noteSponsorReturnCommand],

  recalls: ({ type, data }) => {
    switch (type) {
      case 'PersonLeft': case 'PersonReturned': return [ofSponsor(data.personId)];
      case 'CommitmentMade': return [ofSponsor(data.sponsorId)];
      case 'SponsorDeparted': return [ofProgram(data.programId)];
      case 'RoleGranted': case 'RoleRevoked': return data.programId === null ? [] : [ofProgram(data.programId)];
    }
  },

  react: ({ type, data, occurredOn }, recall: Recall<Ids>): readonly Consequence[] => {
    switch (type) {
      case 'CommitmentMade': return [remember(ofSponsor(data.sponsorId), added(recall(ofSponsor(data.sponsorId)), data.commitmentId))];
      case 'RoleGranted': return data.programId === null ? [] : [remember(ofProgram(data.programId), added(recall(ofProgram(data.programId)), data.personId))];
      case 'RoleRevoked': return data.programId === null ? [] : [remember(ofProgram(data.programId), removed(recall(ofProgram(data.programId)), data.personId))];
      case 'PersonLeft': return commitmentsOf(data.personId, recall).map((of) => send(noteSponsorDepartureCommand, { ...of, departedOn: occurredOn }));
      case 'PersonReturned': return commitmentsOf(data.personId, recall).map((of) => send(noteSponsorReturnCommand, { ...of, returnedOn: occurredOn }));
      case 'SponsorDeparted': {
        const leads = (recall(ofProgram(data.programId))?.ids ?? []).filter((lead) => lead !== data.sponsorId && lead !== data.protegeId);
        const tell = (to: string, kind: NoticeKind) => effect(MAIL, notice.parse({ to, kind, about: { what: 'commitment', id: data.commitmentId }, day: data.departedOn }));
        return [tell(data.protegeId, 'YOUR_SPONSOR_LEFT'), ...leads.map((lead) => tell(lead, 'COMMITMENT_AT_RISK'))];
      }
    }
  },
});

const commitmentsOf = (sponsorId: string, recall: Recall<Ids>) => (recall(ofSponsor(sponsorId))?.ids ?? []).map((commitmentId) => ({ commitmentId, sponsorId }));
