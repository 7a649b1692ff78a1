import type { Server } from './server/server.js';

/** One timed lap of one side. */
export interface Lap {
  readonly value: number;
  /** Acknowledged, or due, and not there when everything was read back. */
  readonly lost: number;
  /** There, but not where the order of writing puts it; twice there counts too. */
  readonly outOfOrder: number;
}

/** What a row found out. */
export interface Figures {
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  readonly ratio: number | null;
  readonly runs: number;
  /** Of our side, over all runs. */
  readonly lost: number;
  readonly outOfOrder: number;
  /** Of the peer, over all runs. */
  readonly peerLost: number | null;
  readonly peerOutOfOrder: number | null;
  /** Further figures of the row, by name. */
  readonly also?: Readonly<Record<string, number>>;
}

export interface Bench {
  readonly server: Server;
  /** Runs of each side. */
  readonly runs: number;
  /** Short laps and small loads, to see that a row works; its figures mean little. */
  readonly quick: boolean;
  /** A few words about what is going on. */
  progress(text: string): void;
}

export interface BenchRow {
  readonly row: string;
  readonly unit: string;
  /** The least ratio to the peer, the most, or the most of the unit. */
  readonly hold: { readonly atLeast: number } | { readonly atMostRatio: number } | { readonly atMost: number };
  /** How it is measured: a paragraph of the README. */
  readonly how: string;
  measure(bench: Bench): Promise<Figures>;
}

/** The middle value; the mean of the two middle ones if their number is even. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The value below which the share `q` of the values lies (nearest rank). */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!;
};

const sum = (laps: readonly Lap[], of: 'lost' | 'outOfOrder'): number => laps.reduce((total, lap) => total + lap[of], 0);

/** Ours, the peer, ours, the peer …, so that whatever else the machine does falls on both. The sides take turns in going first. */
export const interleave = async (
  { runs, progress }: Bench, what: string, unit: string, peerName: string, ours: () => Promise<Lap>, peer: () => Promise<Lap>,
): Promise<Figures> => {
  const laps = { ours: [] as Lap[], peer: [] as Lap[] };
  for (let run = 1; run <= runs; run += 1) {
    for (const side of run % 2 === 1 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
      const lap = await (side === 'ours' ? ours : peer)();
      laps[side].push(lap);
      progress(`${what}, run ${run} of ${runs}, ${side === 'ours' ? 'ours' : peerName}: ${Math.round(lap.value).toLocaleString('en')} ${unit}`);
    }
  }
  const [us, them] = [median(laps.ours.map(({ value }) => value)), median(laps.peer.map(({ value }) => value))];
  return {
    ours: us, peer: them, peerName, ratio: us / them, runs,
    lost: sum(laps.ours, 'lost'), outOfOrder: sum(laps.ours, 'outOfOrder'), peerLost: sum(laps.peer, 'lost'), peerOutOfOrder: sum(laps.peer, 'outOfOrder'),
  };
};
