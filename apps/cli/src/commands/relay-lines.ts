import type { BucketStatus } from '@vouchsafe/messaging';

type Line = Readonly<Record<string, string | number>>;

const isQuiet = ({ tenantsBehind }: BucketStatus): boolean => tenantsBehind === 0;
const isLikeTheOneBefore = (bucket: BucketStatus, before: BucketStatus | undefined): boolean =>
  before !== undefined && isQuiet(bucket) && isQuiet(before) && bucket.owner === before.owner && bucket.epoch === before.epoch;

/** The buckets as a person reads them: neighbours of one owner that have nothing waiting in one line. */
export const relayLines = (status: readonly BucketStatus[]): Line[] => {
  const runs: BucketStatus[][] = [];
  for (const bucket of status) {
    const last = runs.at(-1);
    if (last && isLikeTheOneBefore(bucket, last.at(-1))) last.push(bucket);
    else runs.push([bucket]);
  }
  return runs.map((run) => {
    const [{ bucket, owner, epoch, tenantsBehind, eventsBehind, oldestUnpublishedSeconds }, last] = [run[0]!, run.at(-1)!];
    return {
      bucket: run.length === 1 ? String(bucket) : `${bucket}–${last.bucket}`, owner: owner ?? 'nobody', epoch,
      'organizations behind': tenantsBehind, events: eventsBehind, 'oldest, s': oldestUnpublishedSeconds === null ? '' : Math.round(oldestUnpublishedSeconds),
    };
  });
};

/** All of it in a sentence. */
export const relaySummary = (status: readonly BucketStatus[]): string => {
  const relays = new Set(status.flatMap(({ owner }) => owner ?? [])).size;
  const held = status.filter(({ owner }) => owner !== null).length;
  const sum = (of: (bucket: BucketStatus) => number): number => status.reduce((all, bucket) => all + of(bucket), 0);
  const oldest = Math.max(0, ...status.map(({ oldestUnpublishedSeconds }) => oldestUnpublishedSeconds ?? 0));
  const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
  const looked = `${counted(relays, 'relay looks', 'relays look')} after ${held} of ${status.length} buckets.`;
  const behind = sum(({ tenantsBehind }) => tenantsBehind);
  if (behind === 0) return `${looked} Everything is published.`;
  const events = counted(sum(({ eventsBehind }) => eventsBehind), 'event', 'events');
  return `${looked} ${counted(behind, 'organization is', 'organizations are')} behind, by ${events}; the oldest has waited ${Math.round(oldest).toLocaleString('en')} s.`;
};
