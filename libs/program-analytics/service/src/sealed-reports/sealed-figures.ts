import { createHash } from 'node:crypto';
import type { TenantId } from '@vouchsafe/event-schema';
import { canonicalJson } from '@vouchsafe/event-store';
import type { HistoryPart } from '@vouchsafe/program-analytics-domain';
import type { SealedReport } from '@vouchsafe/program-analytics-contracts';
import type { ReadModels } from '@vouchsafe/projections';
import { FactsAt } from '../analytics/facts-at.js';
import { partOf } from '../analytics/part.js';
import { frameOf, type Period } from '../analytics/period.js';
import type { Known } from '../analytics/as-known.js';

const HORIZON = { horizonMonths: 12 };
/** What a board reads, with the arguments that the contract gives where nobody says otherwise. */
const FAMILIES: Readonly<Record<string, object>> = {
  coverage: {}, matching: {}, commitments: {}, advocacyRate: {}, advocacy: {}, keeping: {}, funnel: {}, outcomes: {}, continuity: {}, load: {}, dependency: {}, mobility: {}, promotion: HORIZON, retention: HORIZON,
};
const INPUTS: readonly HistoryPart[] = ['rules', 'enrolments', 'commitments', 'actions', 'pledges', 'outcomes', 'people', 'sponsorships'];

/** Every figure of one programme from its facts as they were believed at a position, and what proves which facts these were. */
export const sealedFigures = async (
  readModels: ReadModels, tenant: TenantId, { programId, period, known, chain }: { programId: string; period: Period; known: Known; chain: string },
): Promise<Pick<SealedReport, 'figures' | 'inputsDigest' | 'rules'>> => {
  const facts = new FactsAt(readModels, tenant, known.position, { programIds: [programId], cohortIds: null }, undefined);
  const part = partOf({
    organization: null, programIds: [programId], cohortIds: null, seesPeople: true, fewest: 0, kept: {}, asKnownAt: known.asKnownAt, frame: frameOf(period, known.asKnownAt), facts, chain: async () => chain,
  }) as Readonly<Record<string, (asked: object) => Promise<unknown>>>;
  const figures: Record<string, unknown> = {};
  for (const [family, asked] of Object.entries(FAMILIES)) figures[family] = await part[family]!(asked);
  const history = await facts.history(INPUTS);
  return {
    figures: JSON.parse(JSON.stringify(figures)) as SealedReport['figures'], rules: history.rules.map((rules) => ({ programId: rules.programId, version: rules.version })),
    inputsDigest: createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(history)))).digest('hex'),
  };
};
