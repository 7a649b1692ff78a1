import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import type { ReadModels } from '@vouchsafe/projections';
import { cellsAsOf, cellsNow, isKnown } from '../program-cells/read-cells.js';
import { programFacts } from '../program-facts/program-facts.projection.js';
import type { ProgramReport } from '../graphql.generated.js';
import { asKnown, instantOf, type Known } from './as-known.js';
import type { Withholding } from './figures.js';
import { figuresOf } from './figures-of.js';
import { consistsOfMonths, type Period } from './period.js';

export interface Asked {
  readonly tenant: TenantId;
  readonly programId: string;
  readonly period: Period;
  readonly withholding: Withholding;
}

/** One tenant's report computed inside that tenant from its facts, as they were believed at a position. Null if it has no such programme. */
export const reportAsOf = (readModels: ReadModels, { tenant, programId, period, withholding }: Asked, { asKnownAt, position }: Known): Promise<ProgramReport | null> =>
  readModels.within(tenant, [programFacts], position, async (tx) =>
    ((await isKnown(tx, programId)) ? figuresOf(await cellsAsOf(tx, programId, period, position), programId, period, asKnownAt, position, withholding) : null));

/** The same of the present, from the cells kept beside the facts where the period allows. It names an instant at which the facts give the same.
 * @param after a write of the caller's own, which it includes */
export const reportNow = async (readModels: ReadModels, log: EventStore, asked: Asked, after: Position | null): Promise<ProgramReport | null> => {
  const known = await asKnown(log, asked.tenant, null, after);
  if (!consistsOfMonths(asked.period)) return reportAsOf(readModels, asked, known);
  const { tenant, programId, period, withholding } = asked;
  const seen = await readModels.within(tenant, [programFacts], known.position, async (tx) => ({
    position: await readModels.position(tx, [programFacts]), isKnown: await isKnown(tx, programId), cells: await cellsNow(tx, programId, period),
  }));
  if (!seen.isKnown) return null;
  // The cells may have moved on while we looked; they stand where some instant finds them again, or nearly always.
  const at = seen.position === known.position ? known.asKnownAt : await instantOf(log, tenant, seen.position);
  return at === null ? reportAsOf(readModels, asked, known) : figuresOf(seen.cells, programId, period, at, seen.position, withholding);
};
