import { anActor } from '@vouchsafe/graphql/testing';
import { AmendmentProposed } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { aCommitmentMade, aProtegesPledge, aSponsorsPledge, BEN, TERM, toAmend } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, isWrittenOnceAndSilentToStrangers } from '../commands.fixtures.js';
import { ProposeAmendmentCommand, ProposeAmendmentHandler } from './propose-amendment.command.js';

describe('proposing an amendment', () => {
  isWrittenOnceAndSilentToStrangers({
    handler: ProposeAmendmentHandler, command: ProposeAmendmentCommand, of: commitments, id: 'c1', history: [aCommitmentMade()], by: anActor(ACME, BEN),
    input: {
      commitmentId: 'c1', version: 2, objective: 'Lead the payments migration by autumn', cadence: { kind: 'MONTHLY' }, termStart: TERM.start, termEnd: TERM.end,
      pledges: [
        { pledgeId: 's1', side: 'SPONSOR', pledged: { behaviour: 'NOMINATE' }, times: 1, dueOn: '2025-10-31' },
        { pledgeId: 'b1', side: 'PROTEGE', pledged: { deliverable: 'A one-page summary of the pilot' }, dueOn: '2025-06-30' },
      ],
    }, other: { version: 3 },
    writes: [AmendmentProposed.of({ ...toAmend(), pledges: [aSponsorsPledge({ dueOn: '2025-10-31' }), aProtegesPledge()], proposedBy: 'PROTEGE' })],
    unknown: { reason: 'CommitmentNotActive', status: 'none' },
  });

  it('takes a text of the next version only', async () => {
    const { execute } = await atAcme(ProposeAmendmentHandler, commitments, 'c1', [aCommitmentMade()]);
    const input = { requestKey: 'r1', commitmentId: 'c1', version: 7, objective: 'x', cadence: { kind: 'MONTHLY' as const }, termStart: TERM.start, termEnd: TERM.end, pledges: [] };
    expect(await execute(new ProposeAmendmentCommand(ACME, anActor(ACME, BEN), input))).toEqual({ accepted: false, rejection: { reason: 'VersionHasChanged', version: 1 } });
  });
});
