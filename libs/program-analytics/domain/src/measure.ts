import type { RandomBits } from '@vouchsafe/statistics';
import type { Frame } from './frame.js';
import type { History, HistoryPart } from './history.js';

/** What a pure computation cannot make by itself. */
export interface Tools {
  /** The same bits for the same programmes and period: an answer that is asked for again is the same answer. */
  readonly bits: RandomBits;
  /** SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
}

/** A family of figures: from facts to what is told, under one name. To add one, write it, name it in `measures.ts`, and declare its field in the
 * service's `measures/<name>.graphql`: breakdowns, drill-down, withholding, knowledge of the past and rounding come by themselves. */
export interface Measure<Name extends string = string, Needs extends HistoryPart = HistoryPart, Arguments extends object = never, Result = unknown> {
  /** Of the GraphQL field. */
  readonly name: Name;
  readonly needs: readonly Needs[];
  /** Whose unit, level and so on a breakdown goes by. */
  readonly about: 'PROTEGES' | 'SPONSORS';
  /** What is wrong with the arguments, as a sentence for the caller; null if nothing is. Whoever sees no people may not choose finely. */
  readonly objection: (asked: Arguments, seesPeople: boolean) => string | null;
  /** @param asked the field's arguments, complete by the contract's defaults
   * @returns plain data in the field's shape; what tells of people is `Told` */
  readonly compute: (history: Pick<History, Needs>, frame: Frame, asked: Arguments, tools: Tools) => Result;
}

/** @param about the protégés unless said otherwise */
export const measure = <const Name extends string, const Needs extends HistoryPart, Arguments extends object, Result>(
  name: Name, { needs, about = 'PROTEGES', objection = () => null, compute }: Pick<Measure<Name, Needs, Arguments, Result>, 'needs' | 'compute'> & Partial<Pick<Measure<Name, Needs, Arguments, Result>, 'about' | 'objection'>>,
): Measure<Name, Needs, Arguments, Result> => ({ name, needs, about, objection, compute });
