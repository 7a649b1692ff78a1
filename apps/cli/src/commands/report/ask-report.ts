import { answered, apiUrl } from '../../connection/api.js';
import { Refusal } from '../../console/outcome.js';

/** A figure as the API answers it. */
export interface ReportFigure {
  readonly state: 'VALUE' | 'NOT_DISTINGUISHABLE' | 'TOO_FEW' | 'NOT_APPLICABLE' | 'SUPPRESSED';
  readonly value: number | null;
  readonly unit: string | null;
  readonly count: readonly number[] | null;
  readonly n: readonly number[] | null;
  readonly interval: { readonly low: number; readonly high: number; readonly method: string } | null;
  readonly kind: 'ABSOLUTE' | 'RELATIVE' | null;
}

/** Where a curve stands on a day. */
export interface ReportCurve {
  readonly group: 'SPONSORED' | 'COMPARED';
  readonly medianDays: ReportFigure;
  readonly points: readonly { readonly day: number; readonly atRisk: number; readonly without: number; readonly low: number | null; readonly high: number | null }[];
}

export interface ReportLift {
  readonly horizonMonths: number;
  readonly sponsored: ReportFigure;
  readonly compared: ReportFigure;
  readonly absolute: ReportFigure;
  readonly relative: ReportFigure;
  readonly smallestDetectable: ReportFigure;
  readonly stratified: { readonly difference: ReportFigure; readonly oddsRatio: ReportFigure };
  readonly comparison: { readonly rule: string; readonly digest: string | null };
  readonly time: { readonly arms: readonly ReportCurve[]; readonly logRank: { readonly state: string; readonly chiSquared: number | null; readonly p: number | null } };
}

/** What came of one programme. `position` and `chain` say which history it was computed from. */
export interface Report {
  readonly organization: string;
  readonly program: { readonly programId: string; readonly name: string };
  readonly period: { readonly from: string; readonly to: string };
  readonly asKnownAt: string;
  readonly position: string;
  readonly chain: string;
  readonly lastDay: string;
  readonly rules: readonly { readonly programId: string; readonly version: number }[];
  readonly figures: ReportFigures;
  readonly notYet: readonly { readonly measure: string; readonly missing: string }[];
}

export interface ReportFigures {
  readonly coverage: { readonly ofEligible: ReportFigure; readonly ofEnrolled: ReportFigure; readonly covered: ReportFigure };
  readonly matching: { readonly rate: ReportFigure; readonly medianDays: ReportFigure };
  readonly commitments: readonly { readonly status: string; readonly count: ReportFigure }[];
  readonly advocacyRate: ReportFigure;
  readonly advocacy: { readonly balance: ReportFigure; readonly confirmation: ReportFigure; readonly acts: readonly { readonly act: string; readonly confirmed: ReportFigure; readonly unconfirmed: ReportFigure }[] };
  readonly keeping: { readonly sponsors: ReportFigure; readonly proteges: ReportFigure };
  readonly funnel: { readonly steps: readonly { readonly stage: string; readonly sponsorships: ReportFigure; readonly conversion: ReportFigure | null }[]; readonly creditedOutcomes: ReportFigure };
  readonly outcomes: readonly { readonly kind: string; readonly count: ReportFigure }[];
  readonly continuity: { readonly kept: ReportFigure };
  readonly load: { readonly inequality: ReportFigure; readonly full: ReportFigure };
  readonly dependency: { readonly concentration: ReportFigure };
  readonly promotion: ReportLift;
  readonly retention: ReportLift;
}

const FIGURE = 'fragment figure on Figure { state value unit count n kind interval { low high method } }';
const LIFT = `fragment lift on Lift {
  horizonMonths sponsored { ...figure } compared { ...figure } absolute { ...figure } relative { ...figure } smallestDetectable { ...figure }
  stratified { difference { ...figure } oddsRatio { ...figure } } comparison { rule digest }
  time { arms { group medianDays { ...figure } points { day atRisk without low high } } logRank { state chiSquared p } }
}`;
const HEAD = `query Report($programId: ID!, $period: PeriodInput!, $asKnownAt: Instant) {
  program(id: $programId) { name }
  programAnalytics(scope: { programs: [$programId] }, period: $period, asKnownAt: $asKnownAt) {
    __typename
    ... on Refusal { message }
    ... on ProgramAnalytics { notYet { measure missing } parts { asKnownAt position chain lastDay rules { programId version }`;
const query = (fields: string, fragments: string): string => `${HEAD} ${fields} } } } } ${fragments}`;

/** A question may cost so much and no more: the comparisons are asked for apart, at the position of the first. */
const COUNTS = query(`coverage { ofEligible { ...figure } ofEnrolled { ...figure } covered { ...figure } } matching { rate { ...figure } medianDays { ...figure } }
  commitments { status count { ...figure } } advocacyRate { ...figure } advocacy { balance { ...figure } confirmation { ...figure } acts { act confirmed { ...figure } unconfirmed { ...figure } } }
  keeping { sponsors { ...figure } proteges { ...figure } } funnel { steps { stage sponsorships { ...figure } conversion { ...figure } } creditedOutcomes { ...figure } }
  outcomes { kind count { ...figure } } continuity { kept { ...figure } } load { inequality { ...figure } full { ...figure } } dependency { concentration { ...figure } }`, FIGURE);
const PROMOTION = query('promotion { ...lift }', `${FIGURE} ${LIFT}`);
const RETENTION = query('retention { ...lift }', `${FIGURE} ${LIFT}`);

type Part = Pick<Report, 'asKnownAt' | 'position' | 'chain' | 'lastDay' | 'rules'> & ReportFigures;
interface Answer {
  readonly data: { readonly program: { readonly name: string } | null; readonly programAnalytics: { readonly __typename: string; readonly message?: string; readonly notYet: Report['notYet']; readonly parts: readonly Part[] } };
}

export interface Wanted { readonly organization: string; readonly programId: string; readonly period: Report['period']; readonly asKnownAt: string | null }

/** Asks the API for every figure of a programme, all as known at one instant.
 * @param told after each of the three questions
 * @throws Refusal with the name and the sentence that the API gives */
export const askReport = async ({ organization, programId, period, asKnownAt }: Wanted, token: string, told: (done: number, of: number) => void): Promise<Report> => {
  const ask = async (document: string, at: string | null) => {
    const { data: { program, programAnalytics } } = await answered<Answer>(fetch(new URL('/graphql', apiUrl()), {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-vouchsafe-organization': organization, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables: { programId, period, asKnownAt: at } }),
    }));
    const [part] = programAnalytics.parts ?? [];
    if (programAnalytics.__typename !== 'ProgramAnalytics' || !part) throw new Refusal(programAnalytics.__typename, programAnalytics.message ?? 'There is nothing to report.');
    return { name: program?.name ?? programId, notYet: programAnalytics.notYet, part };
  };
  const { name, notYet, part } = await ask(COUNTS, asKnownAt);
  told(1, 3);
  const { asKnownAt: known, position, chain, lastDay, rules, ...counts } = part;
  const { part: { promotion } } = await ask(PROMOTION, known);
  told(2, 3);
  const { part: { retention } } = await ask(RETENTION, known);
  told(3, 3);
  return { organization, program: { programId, name }, period, asKnownAt: known, position, chain, lastDay, rules, figures: { ...counts, promotion, retention }, notYet };
};
