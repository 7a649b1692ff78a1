/** A comparison as it was chosen before anybody looked at what came of it. */
export interface FrozenComparison {
  readonly rule: string;
  readonly day: number;
  /** Of the ids in their order, one a line: whoever holds the list can show that it is the same. */
  readonly digest: string;
  readonly people: number;
}

export type Freezing =
  | { readonly frozen: true; readonly comparison: FrozenComparison }
  | { readonly frozen: false; readonly reason: 'FrozenAfterTheFirstOutcome'; readonly firstOutcomeOn: number };

/** Freezes who is compared, from what was known on the day. Choosing later would be choosing by the outcome, and is refused.
 * @param ids in any order, each once
 * @param firstOutcomeOn the day of the first outcome that is looked at; null if there is none yet
 * @param digest a cryptographic digest of text, such as SHA-256: this library has none */
export const freezeComparison = (
  { rule, day, ids, firstOutcomeOn }: { readonly rule: string; readonly day: number; readonly ids: readonly string[]; readonly firstOutcomeOn: number | null },
  digest: (text: string) => string,
): Freezing => {
  if (firstOutcomeOn !== null && day > firstOutcomeOn) return { frozen: false, reason: 'FrozenAfterTheFirstOutcome', firstOutcomeOn };
  const ordered = [...new Set(ids)].sort();
  return { frozen: true, comparison: { rule, day, people: ordered.length, digest: digest(ordered.map((id) => `${id}\n`).join('')) } };
};
