/** The data of one event, alike for all sides: an advocacy action as a sponsor would note it. */
export interface ActionData {
  readonly actionId: string;
  readonly commitmentId: string;
  readonly act: string;
  readonly forum: string;
  readonly protegePresent: boolean | null;
  readonly capitalSpent: number;
}

export const EVENT_TYPE = 'AdvocacyActionRecorded';
const ACTS = ['amplify', 'boost', 'connect', 'defend'];

/** The event that a client writes as its `sequence`th: 1, 2, 3 … */
export const actionOf = (client: number, sequence: number): ActionData => ({
  actionId: `${client}:${sequence}`,
  commitmentId: `commitment-${client}`,
  act: ACTS[sequence % ACTS.length]!,
  forum: 'Quarterly calibration of the engineering leadership',
  protegePresent: sequence % 3 === 0 ? null : sequence % 3 === 1,
  capitalSpent: sequence % 5,
});

/** A log that clients write into, each to a stream of its own, and that is read back in the order in which it gives its events out. */
export interface EventLog {
  /** Appends a client's `sequence`th event, checking that its stream holds those before; resolved once it is durable.
   * @param tenant 0, 1, 2 … */
  append(tenant: number, client: number, sequence: number): Promise<void>;
  /** Ids of actions, in the order of the log. */
  readBack(tenant: number): Promise<string[]>;
  close(): Promise<void>;
}

/** What the acknowledgements promised against what the log holds.
 * @param acknowledged per client: how many of its events were acknowledged */
export const compare = (acknowledged: readonly number[], logs: readonly (readonly string[])[]): { lost: number; outOfOrder: number } => {
  const seen = acknowledged.map(() => new Set<number>());
  const last = acknowledged.map(() => 0);
  let outOfOrder = 0;
  for (const id of logs.flat()) {
    const [client = -1, sequence = -1] = id.split(':').map(Number);
    if (sequence !== last[client]! + 1) outOfOrder += 1;
    last[client] = sequence;
    seen[client]!.add(sequence);
  }
  let lost = 0;
  acknowledged.forEach((count, client) => {
    for (let sequence = 1; sequence <= count; sequence += 1) if (!seen[client]!.has(sequence)) lost += 1;
  });
  return { lost, outOfOrder };
};
