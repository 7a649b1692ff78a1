import { fold, type Decision } from '@vouchsafe/decider';
import type { SharingEvent } from '@vouchsafe/tenancy-contracts';
import fc from 'fast-check';
import { ACME, aSharingGranted, NORTHWIND_GROUP } from '../tenancy.fixtures.js';
import { acceptSharing, copySharing, grantSharing, outstandingCopies, revokeSharing, sharings, whyNotShared, type Sharing } from './sharing.js';

const today = '2026-03-01';
const terms = aSharingGranted().data;
const { sharingId } = terms;

/** Two logs, and between them copies that arrive late, twice, or never. */
const twoLogs = () => {
  const logs: Record<'GRANTOR' | 'GRANTEE', SharingEvent[]> = { GRANTOR: [], GRANTEE: [] };
  const state = (at: 'GRANTOR' | 'GRANTEE'): Sharing => fold(sharings, logs[at]);
  const write = (at: 'GRANTOR' | 'GRANTEE', decide: (state: Sharing) => Decision<SharingEvent, unknown>) => {
    const decision = decide(state(at));
    if (decision.accepted) logs[at].push(...decision.events);
  };
  return {
    logs, state, write,
    finish: () => {
      for (let step = outstandingCopies({ grantor: state('GRANTOR'), grantee: state('GRANTEE') })[0], tries = 0; step; tries += 1) {
        if (tries > 5) throw new Error('The two logs never agree.');
        const { to, event } = step;
        write(to, (now) => copySharing(event, now));
        [step] = outstandingCopies({ grantor: state('GRANTOR'), grantee: state('GRANTEE') });
      }
    },
  };
};

const steps = fc.array(fc.oneof(
  fc.constantFrom('grant' as const, 'accept' as const, 'revoke by grantor' as const, 'revoke by grantee' as const),
  // A copy of any event of one log reaches the other: also an old one again.
  fc.record({ copyTo: fc.constantFrom('GRANTOR' as const, 'GRANTEE' as const), which: fc.nat(3) }),
), { maxLength: 14 });

it('shares never more than was agreed, and both logs agree in the end, however copies are lost, late or repeated', () => {
  fc.assert(fc.property(steps, (script) => {
    const { logs, state, write, finish } = twoLogs();
    let revoked = false;
    for (const step of script) {
      if (step === 'grant') write('GRANTOR', (now) => grantSharing({ ...terms, today }, now));
      else if (step === 'accept') write('GRANTEE', (now) => acceptSharing({ sharingId, by: NORTHWIND_GROUP, today }, now));
      else if (step === 'revoke by grantor') write('GRANTOR', (now) => revokeSharing({ sharingId, by: ACME }, now));
      else if (step === 'revoke by grantee') write('GRANTOR', (now) => revokeSharing({ sharingId, by: NORTHWIND_GROUP }, now));
      else {
        const event = logs[step.copyTo === 'GRANTOR' ? 'GRANTEE' : 'GRANTOR'][step.which];
        if (event) write(step.copyTo, (now) => copySharing(event, now));
      }
      revoked ||= logs.GRANTOR.some(({ type }) => type === 'SharingRevoked');
      const passes = whyNotShared({ figure: 'PROGRAM_REPORT', programId: 'returners', today }, state('GRANTOR')) === null;
      expect(passes && (revoked || !logs.GRANTEE.some(({ type }) => type === 'SharingAccepted'))).toBe(false);
    }
    finish();
    expect(state('GRANTEE')).toEqual(state('GRANTOR'));
  }), { numRuns: 1000 });
});
