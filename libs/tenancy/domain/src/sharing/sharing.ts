// Two tenants, two logs, no transaction across them. A grant is one stream under one id in both logs, and each step is decided in
// one log, then copied to the other under a request key made of sharing id and step (`sharing-<id>:granted`), so a repeat does nothing.
//
//   step     decided in       copied to        a crash in between leaves
//   grant    grantor's log    grantee's log    an offer that the grantee has not heard of
//   accept   grantee's log    grantor's log    a yes that the grantor has not heard of
//   revoke   grantor's log    grantee's log    figures that stop at once, and copies not yet deleted
//
// Figures pass only by the word of the *grantor's* log, because the grantor's side publishes them. So permission reaches that log
// last and leaves it first, whoever revokes, and every half-finished step shares less than was agreed, never more.
// Whoever finds a step half done (a repeated command, the reactor) finishes it with `outstandingCopies`.
import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf, IsoDate, TenantId } from '@vouchsafe/event-schema';
import { SharingAccepted, sharingEvents, SharingGranted, SharingRevoked, type SharingEvent } from '@vouchsafe/tenancy-contracts';

type Terms = DataOf<typeof SharingGranted>;
export type Sharing =
  | { status: 'none' }
  | { status: 'offered' | 'accepted'; terms: Terms }
  | { status: 'revoked'; revocation: DataOf<typeof SharingRevoked> };

export type GrantSharing = Terms & { today: IsoDate };
export type GrantSharingRejection =
  | { reason: 'SharingIsAlreadyGranted' }
  | { reason: 'SharingNeedsTwoOrganizations' }
  | { reason: 'SharingHasExpired'; expires: IsoDate };

/** Decided in the grantor's log. */
export const grantSharing = ({ today, ...terms }: GrantSharing, state: Sharing): Decision<SharingEvent, GrantSharingRejection> => {
  if (state.status !== 'none') return reject({ reason: 'SharingIsAlreadyGranted' });
  if (terms.grantor === terms.grantee) return reject({ reason: 'SharingNeedsTwoOrganizations' });
  if (terms.expires < today) return reject({ reason: 'SharingHasExpired', expires: terms.expires });
  return accept(SharingGranted.of(terms));
};

/** `by`: the tenant whose person says yes. */
export type AcceptSharing = { sharingId: string; by: TenantId; today: IsoDate };
export type AcceptSharingRejection =
  | { reason: 'SharingIsNotGranted' }
  | { reason: 'OnlyTheGranteeMayAccept' }
  | { reason: 'SharingIsAlreadyAccepted' }
  | { reason: 'SharingIsRevoked' }
  | { reason: 'SharingHasExpired'; expires: IsoDate };

/** Decided in the grantee's log. */
export const acceptSharing = ({ by, today }: AcceptSharing, state: Sharing): Decision<SharingEvent, AcceptSharingRejection> => {
  switch (state.status) {
    case 'none': return reject({ reason: 'SharingIsNotGranted' });
    case 'revoked': return reject({ reason: 'SharingIsRevoked' });
    case 'accepted': return reject({ reason: 'SharingIsAlreadyAccepted' });
    case 'offered': {
      const { expires, grantee } = state.terms;
      if (by !== grantee) return reject({ reason: 'OnlyTheGranteeMayAccept' });
      if (expires < today) return reject({ reason: 'SharingHasExpired', expires });
      return accept(SharingAccepted.of(partiesOf(state.terms)));
    }
  }
};

/** `by`: the tenant whose person ends it. No reason is asked for. */
export type RevokeSharing = { sharingId: string; by: TenantId };
/** A tenant that is no party gets the answer that it would get for an id that does not exist. */
export type RevokeSharingRejection = { reason: 'SharingIsNotGranted' } | { reason: 'SharingIsRevoked' };

/** Decided in the grantor's log, whoever revokes. An expired grant may be revoked: that deletes the copies. */
export const revokeSharing = ({ by }: RevokeSharing, state: Sharing): Decision<SharingEvent, RevokeSharingRejection> => {
  switch (state.status) {
    case 'none': return reject({ reason: 'SharingIsNotGranted' });
    case 'revoked': return reject({ reason: 'SharingIsRevoked' });
    case 'offered':
    case 'accepted': {
      const { grantor, grantee } = state.terms;
      if (by !== grantor && by !== grantee) return reject({ reason: 'SharingIsNotGranted' });
      return accept(SharingRevoked.of({ ...partiesOf(state.terms), by: by === grantor ? 'GRANTOR' : 'GRANTEE' }));
    }
  }
};

export type CopySharingRejection = { reason: 'SharingIsNotGranted' } | { reason: 'SharingIsRevoked' };

/** Copies a step into the other log. Nothing is written if it is there already, or if a revocation got there first.
 * `SharingIsRevoked`: the yes came too late; `outstandingCopies` then carries the revocation back. */
export const copySharing = (event: SharingEvent, state: Sharing): Decision<SharingEvent, CopySharingRejection> => {
  switch (event.type) {
    case 'SharingGranted': return state.status === 'none' ? accept(event) : accept();
    case 'SharingAccepted': return copyAcceptance(event, state);
    // The grantee may not even have heard of the offer. The revocation is written all the same: it keeps out an offer that comes late.
    case 'SharingRevoked': return state.status === 'revoked' ? accept() : accept(event);
  }
};

const copyAcceptance = (event: SharingEvent, state: Sharing): Decision<SharingEvent, CopySharingRejection> => {
  switch (state.status) {
    case 'none': return reject({ reason: 'SharingIsNotGranted' });
    case 'offered': return accept(event);
    case 'accepted': return accept();
    case 'revoked': return reject({ reason: 'SharingIsRevoked' });
  }
};

/** What one log knows and the other must still be told, from the stream's state in each; empty once they agree. */
export const outstandingCopies = (at: { grantor: Sharing; grantee: Sharing }): readonly { to: 'GRANTOR' | 'GRANTEE'; event: SharingEvent }[] => {
  const { grantor, grantee } = at;
  switch (grantor.status) {
    case 'none': return [];
    case 'revoked': return grantee.status === 'revoked' ? [] : [{ to: 'GRANTEE', event: SharingRevoked.of(grantor.revocation) }];
    case 'offered':
    case 'accepted':
      if (grantee.status === 'none') return [{ to: 'GRANTEE', event: SharingGranted.of(grantor.terms) }];
      if (grantee.status === 'accepted' && grantor.status === 'offered') return [{ to: 'GRANTOR', event: SharingAccepted.of(partiesOf(grantor.terms)) }];
      return [];
  }
};

export type SharedUnder = { figure: Terms['scope']['figures'][number]; programId: string; today: IsoDate };
export type SharingRefusal = { reason: 'SharingIsNotGranted' } | { reason: 'SharingHasExpired'; expires: IsoDate };

/** Whether a figure may pass, asked of the grantor's log before it is published.
 * @returns null if it may, otherwise why not; a revoked grant, or one of other scope, answers like none */
export const whyNotShared = ({ figure, programId, today }: SharedUnder, state: Sharing): SharingRefusal | null => {
  if (state.status !== 'accepted') return { reason: 'SharingIsNotGranted' };
  const { scope, expires } = state.terms;
  if (!scope.figures.includes(figure) || (scope.programIds !== null && !scope.programIds.includes(programId))) return { reason: 'SharingIsNotGranted' };
  return expires < today ? { reason: 'SharingHasExpired', expires } : null;
};

const partiesOf = ({ sharingId, grantor, grantee }: Terms) => ({ sharingId, grantor, grantee });

const evolve = (state: Sharing, { type, data }: SharingEvent): Sharing => {
  switch (type) {
    case 'SharingGranted': return { status: 'offered', terms: data };
    case 'SharingAccepted': return state.status === 'offered' ? { status: 'accepted', terms: state.terms } : state;
    case 'SharingRevoked': return { status: 'revoked', revocation: data };
  }
};

/** One per grant, in both logs. */
export const sharings = stream<Sharing, SharingEvent>('sharing', sharingEvents, { status: 'none' }, evolve);
