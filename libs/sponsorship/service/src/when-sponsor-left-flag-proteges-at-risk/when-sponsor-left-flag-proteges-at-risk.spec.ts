import { PersonLeft, PersonReturned } from '@vouchsafe/directory-contracts';
import { LocalWakeups, MemoryEventStore, newEvent, SystemClock } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { reacting } from '@vouchsafe/reactions/testing';
import { SponsorDeparted } from '@vouchsafe/sponsorship-contracts';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { AMARA, aCommitmentMade, aCommitmentWithdrawn, BEN } from '@vouchsafe/sponsorship-domain/testing';
import { RoleGranted, RoleRevoked } from '@vouchsafe/tenancy-contracts';
import { noteSponsorDepartureCommand, noteSponsorReturnCommand } from './note-sponsor-departure.command.js';
import { whenSponsorLeftFlagProtegesAtRisk } from './when-sponsor-left-flag-proteges-at-risk.js';

const LEFT = '2025-07-31';
const [LIN, HANA] = ['lin', 'hana'];
const left = (personId: string) => ({ ...PersonLeft.of({ personId }), occurredOn: LEFT });
const departed = SponsorDeparted.of({ commitmentId: 'c1', programId: 'prog1', sponsorId: AMARA, protegeId: BEN, departedOn: LEFT, openPledges: ['s1'] });
const leading = (personId: string, programId = 'prog1') => ({ personId, role: 'PROGRAM_LEAD' as const, programId });
const notingOf = (commitmentId: string) => ({ kind: 'command', name: 'NoteSponsorDeparture', payload: { commitmentId, sponsorId: AMARA, departedOn: LEFT } });
const mail = (to: string, kind: string) => ({ kind: 'effect', name: 'mail', lane: '', payload: { to, kind, about: { what: 'commitment', id: 'c1' }, day: LEFT } });

describe('somebody leaves', () => {
  it('whose every commitment as a sponsor is asked whether it is at risk', () => {
    const policy = reacting(whenSponsorLeftFlagProtegesAtRisk());
    policy.on(aCommitmentMade(), aCommitmentMade({ commitmentId: 'c2' }), aCommitmentMade({ commitmentId: 'c3', sponsorId: 'sven' }));
    expect(policy.on(left(AMARA))).toEqual([notingOf('c1'), notingOf('c2')]);
  });

  it('who is a protégé or nobody’s sponsor, and nothing is done', () => {
    const policy = reacting(whenSponsorLeftFlagProtegesAtRisk());
    policy.on(aCommitmentMade());
    expect(policy.on(left(BEN), left('zoltan'))).toEqual([]);
  });

  it('and is back: the same are asked', () => {
    const policy = reacting(whenSponsorLeftFlagProtegesAtRisk());
    policy.on(aCommitmentMade(), left(AMARA));
    expect(policy.on({ ...PersonReturned.of({ personId: AMARA }), occurredOn: '2025-09-01' }))
      .toEqual([{ kind: 'command', name: 'NoteSponsorReturn', payload: { commitmentId: 'c1', sponsorId: AMARA, returnedOn: '2025-09-01' } }]);
  });
});

describe('a commitment is at risk', () => {
  it('and its protégé and those who lead its programme now are told', () => {
    const policy = reacting(whenSponsorLeftFlagProtegesAtRisk());
    policy.on(RoleGranted.of(leading(LIN)), RoleGranted.of(leading(HANA)), RoleGranted.of(leading('otto', 'another')), RoleRevoked.of(leading(HANA)));
    expect(policy.on(departed)).toEqual([mail(BEN, 'YOUR_SPONSOR_LEFT'), mail(LIN, 'COMMITMENT_AT_RISK')]);
  });

  it('and a lead who is of the pair is told no more than as such', () => {
    const policy = reacting(whenSponsorLeftFlagProtegesAtRisk());
    policy.on(RoleGranted.of(leading(AMARA)), RoleGranted.of(leading(BEN)));
    expect(policy.on(departed)).toEqual([mail(BEN, 'YOUR_SPONSOR_LEFT')]);
  });
});

describe('the commands', () => {
  const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
  const begin = async () => {
    const log = new MemoryEventStore(new LocalWakeups());
    for (const tenant of [ACME, GLOBEX]) await log.openLog(tenant);
    const writes = (events: Parameters<typeof newEvent>[1][]) => [{ stream: 'commitment-c1', expected: 'any' as const, events: events.map((event) => newEvent(commitments, event, '2025-01-20')) }];
    await log.append(ACME, { requestKey: 'made', actor: 'system:spec', correlation: 'c', writes: writes([aCommitmentMade()]) });
    const about = (requestKey: string) => ({ requestKey, actor: 'system:when-sponsor-left-flag-proteges-at-risk' as const, correlation: 'c', causation: '7' });
    const parts = { log, clock: new SystemClock() };
    const input = { commitmentId: 'c1', sponsorId: AMARA };
    return {
      depart: (requestKey = 'k1', tenant = ACME) => noteSponsorDepartureCommand.execute(parts, tenant, about(requestKey), { ...input, departedOn: LEFT }),
      come: (requestKey: string) => noteSponsorReturnCommand.execute(parts, ACME, about(requestKey), { ...input, returnedOn: '2025-09-01' }),
      withdraw: () => log.append(ACME, { requestKey: 'gone', actor: 'system:spec', correlation: 'c', writes: writes([aCommitmentWithdrawn('2025-05-01')]) }),
      recorded: async () => (await log.readStream(ACME, 'continuity-c1')).map(({ type, occurredOn, actor, causation }) => ({ type, occurredOn, actor, causation })),
    };
  };

  it('write once, on the day in the world and in the policy’s name, however often they are executed', async () => {
    const { depart, come, recorded } = await begin();
    const first = await depart();
    expect(await depart()).toEqual(first); // its answer was lost
    await depart('k2'); // the directory said it twice
    await come('k3');
    const actor = 'system:when-sponsor-left-flag-proteges-at-risk';
    expect(await recorded()).toEqual([{ type: 'SponsorDeparted', occurredOn: LEFT, actor, causation: '7' }, { type: 'SponsorReturned', occurredOn: '2025-09-01', actor, causation: '7' }]);
  });

  it('leave alone what is over, and what is another organization’s', async () => {
    const { depart, withdraw, recorded } = await begin();
    expect(await depart('k1', GLOBEX)).toEqual({ accepted: false, rejection: { reason: 'CommitmentNotActive', status: 'none' } });
    await withdraw();
    expect(await depart('k2')).toEqual({ accepted: false, rejection: { reason: 'CommitmentNotActive', status: 'withdrawn' } });
    expect(await recorded()).toEqual([]);
  });
});
