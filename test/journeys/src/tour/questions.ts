// What the tour asks, and what it reads in the answers.

export interface Review {
  state: string; dryRun: boolean; rows: number; posts: number; holders: number; tops: number; units: number; position: number;
  verdicts: Record<string, number>; changes: Record<string, number>; rejected: { line: number; column: string | null; code: string }[];
  leave: { holdersBefore: number; leaving: number; share: number | null; stoppedBy: string | null }; refusals: { name: string; message: string }[];
}
export interface Graph { orgGraph: { figures: { posts: number; holders: number; tops: number }; posts: { edges: { node: { postId: string; reportsTo: string | null } }[] } } }

export const GRAPH = `query Graph($asOf: Date, $asKnownAt: Instant, $after: Position) { orgGraph(asOf: $asOf, asKnownAt: $asKnownAt, after: $after) {
  figures { posts holders tops depth closure units belowAHole } posts(first: 100) { edges { node { postId unit reportsTo grade holders { personId } } } } } }`;
export const REPORT = `query Report($programId: ID!, $period: PeriodInput!, $asKnownAt: Instant, $after: Position) {
  programAnalytics(scope: { programs: [$programId] }, period: $period, asKnownAt: $asKnownAt, after: $after) { ... on ProgramAnalytics { period { from to } parts {
    programIds asKnownAt position lastDay rules { programId version }
    coverage { ofEligible { ...figure } ofEnrolled { ...figure } } commitments { status count { ...figure } }
    advocacyRate { ...figure } advocacy { confirmation { ...figure } acts { act confirmed { value } unconfirmed { value } } }
    keeping { sponsors { ...figure } proteges { ...figure } } outcomes { kind count { ...figure } }
    funnel { steps { stage sponsorships { value } } creditedOutcomes { value } } promotion { absolute { ...figure } comparison { digest } }
  } } } }
  fragment figure on Figure { state value unit count n kind interval { low high method } }`;
export interface Report {
  programIds: string[]; asKnownAt: string; position: string; coverage: { ofEnrolled: { state: string } };
  advocacy: { acts: { act: string; confirmed: { value: number }; unconfirmed: { value: number } }[] }; funnel: unknown;
}
