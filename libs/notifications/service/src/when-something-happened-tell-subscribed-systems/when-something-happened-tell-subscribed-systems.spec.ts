import { readdirSync, readFileSync } from 'node:fs';
import { ImportApplied } from '@vouchsafe/directory-contracts';
import { webhookEventType, WebhookEndpointDisabled, WebhookEndpointEnabled, WebhookEndpointRegistered, WebhookEventsChosen, type WebhookEventType } from '@vouchsafe/notifications-contracts';
import { ProgramOpened } from '@vouchsafe/programs-contracts';
import { reacting, type SpecEvent } from '@vouchsafe/reactions/testing';
import { CommitmentMade, CommitmentWithdrawn, OutcomeRecorded } from '@vouchsafe/sponsorship-contracts';
import { published, publicationOf } from './published.js';
import { whenSomethingHappenedTellSubscribedSystems } from './when-something-happened-tell-subscribed-systems.js';

const anEndpoint = (endpointId: string, eventTypes: WebhookEventType[], programId: string | null = null) =>
  WebhookEndpointRegistered.of({ endpointId, url: 'https://hooks.example.com', eventTypes, programId });
const opened = (programId = 'p1') => ProgramOpened.of({ programId });
const made = (programId = 'p1', commitmentId = 'c1') => CommitmentMade.of({
  commitmentId, version: 1, objective: 'Lead the payments migration', cadence: { kind: 'MONTHLY' }, term: { start: '2025-01-15', end: '2025-12-31' }, pledges: [],
  programId, cohortId: null, sponsorId: 'amara', protegeId: 'ben', madeOn: '2025-01-20', chain: 'CLEAR',
});
const withdrawn = CommitmentWithdrawn.of({ commitmentId: 'c1', withdrawnOn: '2025-05-01' });
/** Which endpoints are told of the last of these, and of what. */
const told = (...events: readonly SpecEvent[]) => {
  const policy = reacting(whenSomethingHappenedTellSubscribedSystems());
  policy.on(...events.slice(0, -1));
  return policy.on(events.at(-1)!).map(({ payload }) => `${(payload as { endpointId: string }).endpointId}: ${(payload as { type: string }).type}`);
};

it('tells each endpoint of what it chose, in a lane of its own, in ids', () => {
  const policy = reacting(whenSomethingHappenedTellSubscribedSystems());
  policy.on(anEndpoint('e1', ['commitment.made'], 'p1'), anEndpoint('e2', ['commitment.ended'], 'p1'));
  expect(policy.on({ ...made(), occurredOn: '2025-01-20', recordedAt: '2025-01-21T08:00:00.000Z' })).toEqual([{
    kind: 'effect', name: 'webhook', lane: 'e1',
    payload: { endpointId: 'e1', type: 'commitment.made', recordedAt: '2025-01-21T08:00:00.000Z', occurredOn: '2025-01-20', ids: { commitmentId: 'c1', programId: 'p1', sponsorId: 'amara', protegeId: 'ben' } },
  }]);
});

it('tells nobody of what happened before they asked', () => expect(told(opened(), anEndpoint('e1', ['program.opened']))).toEqual([]));

it('keeps to the programme of an endpoint, also where the event does not name it', () => {
  const both = [anEndpoint('e1', ['commitment.withdrawn'], 'p1'), anEndpoint('e2', ['commitment.withdrawn'], 'p2')];
  expect(told(...both, made('p1'), withdrawn)).toEqual(['e1: commitment.withdrawn']);
  expect(told(...both, made('p2'), withdrawn)).toEqual(['e2: commitment.withdrawn']);
  expect(told(...both, withdrawn)).toEqual([]); // a commitment that nobody knows is of no programme
});

it('tells an endpoint of the organization of every programme’s frame and of no pair, whatever was registered', () => {
  const sneaky = { ...anEndpoint('e1', ['program.opened', 'commitment.made']) };
  expect(told(sneaky, opened('p7'))).toEqual(['e1: program.opened']);
  expect(told(sneaky, made())).toEqual([]);
});

it('tells an endpoint of one programme nothing of the organization', () => {
  const imported = ImportApplied.of({ importId: 'i1' });
  expect(told(anEndpoint('e1', ['people-import.applied'], 'p1'), imported)).toEqual([]);
  expect(told(anEndpoint('e1', ['people-import.applied']), imported)).toEqual(['e1: people-import.applied']);
});

it('follows a new choice, and tells a disabled endpoint nothing until it is enabled', () => {
  const disabled = WebhookEndpointDisabled.of({ endpointId: 'e1', why: 'ASKED_FOR' });
  expect(told(anEndpoint('e1', ['cohort.opened']), WebhookEventsChosen.of({ endpointId: 'e1', eventTypes: ['program.opened'] }), opened())).toEqual(['e1: program.opened']);
  expect(told(anEndpoint('e1', ['program.opened']), disabled, opened())).toEqual([]);
  expect(told(anEndpoint('e1', ['program.opened']), disabled, WebhookEndpointEnabled.of({ endpointId: 'e1' }), opened())).toEqual(['e1: program.opened']);
});

it('says that something became of somebody, and not what', () => {
  const policy = reacting(whenSomethingHappenedTellSubscribedSystems());
  policy.on(anEndpoint('e1', ['outcome.recorded'], 'p1'));
  const outcome = OutcomeRecorded.of({
    outcomeId: 'o1', personId: 'ben', kind: 'PROMOTION', outcomeOccurredOn: '2025-01-31', measure: { value: 5_250_000, unit: 'EUR_MINOR', baseline: null }, programId: 'p1', commitmentId: 'c1',
    evidenceState: 'SELF_REPORTED', source: 'PERSON', recordedBy: 'ben',
  });
  expect(JSON.stringify(policy.on(outcome))).not.toMatch(/PROMOTION|5250000|EUR/);
});

const libs = new URL('../../../../', import.meta.url);
const golden = (name: string): unknown => {
  const file = readdirSync(libs, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith(`/golden/${name}.v${published.byName.get(name)!.version}.json`));
  return JSON.parse(readFileSync(new URL(file!, libs), 'utf8'));
};

it('every type that is offered is of an event, and no event tells more than ids', () => {
  const publications = published.types.map(({ name }) => publicationOf({ type: name, data: golden(name) } as never, () => 'p1'));
  expect(publications.map(({ type }) => type).sort()).toEqual([...webhookEventType.options].sort());
  for (const { ids } of publications) expect(Object.keys(ids).filter((key) => !/^(program|cohort|import|commitment|person|sponsor|protege|outcome)Id$/.test(key))).toEqual([]);
});
