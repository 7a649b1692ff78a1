import { fold } from '@vouchsafe/decider';
import { given } from '@vouchsafe/decider/testing';
import { ACME, aSharingAccepted, aSharingGranted, aSharingRevoked, GLOBEX, NORTHWIND_GROUP } from '../tenancy.fixtures.js';
import { acceptSharing, copySharing, grantSharing, revokeSharing, sharings, whyNotShared } from './sharing.js';

const today = '2026-03-01';
const sharingId = 'acme-to-group';
const granting = { ...aSharingGranted().data, today };
const accepting = { sharingId, by: NORTHWIND_GROUP, today };

describe('granting', () => {
  it('offers', () => given(sharings).when((state) => grantSharing(granting, state)).then(aSharingGranted()));

  it('happens once under one id', () =>
    given(sharings, aSharingGranted()).when((state) => grantSharing(granting, state)).thenRejected({ reason: 'SharingIsAlreadyGranted' }));

  it('needs two organizations', () =>
    given(sharings).when((state) => grantSharing({ ...granting, grantee: ACME }, state)).thenRejected({ reason: 'SharingNeedsTwoOrganizations' }));

  it('holds through its last day, and no longer', () => {
    given(sharings).when((state) => grantSharing({ ...granting, expires: today }, state)).then(aSharingGranted({ expires: today }));
    given(sharings)
      .when((state) => grantSharing({ ...granting, expires: '2026-02-28' }, state))
      .thenRejected({ reason: 'SharingHasExpired', expires: '2026-02-28' });
  });
});

describe('accepting', () => {
  it('takes an offer', () => given(sharings, aSharingGranted()).when((state) => acceptSharing(accepting, state)).then(aSharingAccepted()));

  it('needs an offer', () => given(sharings).when((state) => acceptSharing(accepting, state)).thenRejected({ reason: 'SharingIsNotGranted' }));

  it('is for the grantee', () =>
    given(sharings, aSharingGranted())
      .when((state) => acceptSharing({ ...accepting, by: ACME }, state)).thenRejected({ reason: 'OnlyTheGranteeMayAccept' }));

  it('happens once', () =>
    given(sharings, aSharingGranted(), aSharingAccepted())
      .when((state) => acceptSharing(accepting, state)).thenRejected({ reason: 'SharingIsAlreadyAccepted' }));

  it('comes too late after a revocation', () =>
    given(sharings, aSharingGranted(), aSharingRevoked())
      .when((state) => acceptSharing(accepting, state)).thenRejected({ reason: 'SharingIsRevoked' }));

  it('comes too late after the last day', () =>
    given(sharings, aSharingGranted({ expires: '2026-02-28' }))
      .when((state) => acceptSharing(accepting, state)).thenRejected({ reason: 'SharingHasExpired', expires: '2026-02-28' }));
});

describe('revoking', () => {
  const shared = [aSharingGranted(), aSharingAccepted()];

  it('is open to either side, and says which', () => {
    given(sharings, ...shared).when((state) => revokeSharing({ sharingId, by: ACME }, state)).then(aSharingRevoked());
    given(sharings, ...shared).when((state) => revokeSharing({ sharingId, by: NORTHWIND_GROUP }, state)).then(aSharingRevoked({ by: 'GRANTEE' }));
  });

  it('takes back an offer that nobody accepted', () =>
    given(sharings, aSharingGranted()).when((state) => revokeSharing({ sharingId, by: ACME }, state)).then(aSharingRevoked()));

  it('tells a third party the same as for a grant that does not exist', () => {
    given(sharings, ...shared).when((state) => revokeSharing({ sharingId, by: GLOBEX }, state)).thenRejected({ reason: 'SharingIsNotGranted' });
    given(sharings).when((state) => revokeSharing({ sharingId, by: GLOBEX }, state)).thenRejected({ reason: 'SharingIsNotGranted' });
  });

  it('happens once', () =>
    given(sharings, ...shared, aSharingRevoked())
      .when((state) => revokeSharing({ sharingId, by: ACME }, state)).thenRejected({ reason: 'SharingIsRevoked' }));
});

describe('a copy into the other log', () => {
  it.each([
    ['an offer', [], aSharingGranted()],
    ['a yes', [aSharingGranted()], aSharingAccepted()],
    ['a revocation', [aSharingGranted(), aSharingAccepted()], aSharingRevoked()],
  ])('of %s is written once', (_, before, event) => {
    given(sharings, ...before).when((state) => copySharing(event, state)).then(event);
    given(sharings, ...before, event).when((state) => copySharing(event, state)).then();
  });

  it('of an offer does not reopen what a revocation closed before', () =>
    given(sharings, aSharingRevoked()).when((state) => copySharing(aSharingGranted(), state)).then());

  it('of a yes says so when it comes too late', () =>
    given(sharings, aSharingGranted(), aSharingRevoked())
      .when((state) => copySharing(aSharingAccepted(), state)).thenRejected({ reason: 'SharingIsRevoked' }));

  it('of a yes needs the grant it answers', () =>
    given(sharings).when((state) => copySharing(aSharingAccepted(), state)).thenRejected({ reason: 'SharingIsNotGranted' }));
});

describe('whether a figure may pass', () => {
  const asking = { figure: 'PROGRAM_REPORT' as const, programId: 'emerging-leaders', today };
  const narrow = aSharingGranted({ scope: { figures: ['PROGRAM_REPORT'], programIds: ['returners'] } });

  it.each([
    ['nothing was granted', [], { reason: 'SharingIsNotGranted' }],
    ['the grantee has not accepted', [aSharingGranted()], { reason: 'SharingIsNotGranted' }],
    ['both agreed', [aSharingGranted(), aSharingAccepted()], null],
    ['the grant names other programmes', [narrow, aSharingAccepted()], { reason: 'SharingIsNotGranted' }],
    ['its last day is today', [aSharingGranted({ expires: today }), aSharingAccepted()], null],
    ['its last day has passed', [aSharingGranted({ expires: '2026-02-28' }), aSharingAccepted()], { reason: 'SharingHasExpired', expires: '2026-02-28' }],
    ['it was revoked', [aSharingGranted(), aSharingAccepted(), aSharingRevoked()], { reason: 'SharingIsNotGranted' }],
  ])('where %s', (_, history, expected) => expect(whyNotShared(asking, fold(sharings, history))).toEqual(expected));
});
