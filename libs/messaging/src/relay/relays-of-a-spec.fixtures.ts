import { aTenant } from '@vouchsafe/event-store/testing';
import { Relay, type RelayOptions } from './relay.js';
import type { RelayStore } from './relay-store.js';
import { freshRelayLog, Gate, gated, SpecTopic, until, type FreshRelayLog } from './relay.fixtures.js';

export const TENANTS = [1, 2, 3, 4, 5].map(aTenant);
export const [ACME, GLOBEX] = [TENANTS[0]!, TENANTS[1]!];

/** Relays on a log and a topic that are empty before each test, and what ends them after it. To be called once, at the top of a spec. */
export const relaysOfASpec = () => {
  let log: FreshRelayLog;
  let topic: SpecTopic;
  let relays: Relay[];
  let gates: Gate[];
  let names = 0;
  beforeAll(async () => { log = await freshRelayLog(); });
  beforeEach(async () => {
    await log.reset();
    topic = new SpecTopic();
    relays = [];
    gates = [];
    for (const tenant of TENANTS) await log.events.openLog(tenant);
  });
  afterEach(async () => {
    for (const gate of gates) gate.release();
    for (const relay of relays) await relay.stop();
  });
  afterAll(() => log?.close());

  const aGate = () => {
    const gate = new Gate();
    gates.push(gate);
    return gate;
  };
  return {
    get log() { return log; },
    get topic() { return topic; },
    running: (options: Partial<RelayOptions> = {}, store: RelayStore = log.store) => {
      const relay = new Relay(store, { owner: `relay-${(names += 1)}`, open: topic.open, ...options });
      relays.push(relay);
      relay.start();
      return relay;
    },
    /** In the order of the tenants. */
    marksStandAt: (...heads: number[]) => until(`the marks to stand at ${heads.join(', ')}`, async () => {
      const marks = await log.marks();
      return heads.every((head, index) => (marks.get(TENANTS[index]!) ?? 0) === head);
    }),
    /** Opened when the test ends, whatever came of it. */
    aGate,
    /** A process that can be stopped and continued: nothing of it moves while its gate is shut. */
    freezable: () => {
      const gate = aGate();
      return { gate, store: gated(log.store, gate.pass) };
    },
  };
};
