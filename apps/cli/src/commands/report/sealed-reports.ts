import { answered, apiUrl } from '../../connection/api.js';
import { Refusal } from '../../console/outcome.js';
import type { Report, ReportFigures } from './ask-report.js';

interface Sealed extends Pick<Report, 'period' | 'asKnownAt' | 'position' | 'chain' | 'rules'> {
  readonly reportId: string; readonly programId: string; readonly title: string; readonly sealedAt: string; readonly inputsDigest: string; readonly figuresDigest: string; readonly figures: string;
}
/** A report that was sealed: what is in it stays, so that writing it again gives the same bytes. */
export interface SealedReport extends Report { readonly sealed: Pick<Sealed, 'reportId' | 'sealedAt' | 'inputsDigest' | 'figuresDigest'> }

export interface SealedHeading extends Pick<Sealed, 'reportId' | 'title' | 'sealedAt' | 'position' | 'figuresDigest'> { readonly period: Report['period'] }

const SEAL = `mutation ($input: SealReportInput!) { sealReport(input: $input) { __typename ... on ReportSealed { reportId } ... on Refusal { message } } }`;
const LIST = '{ sealedReports(programId: $programId) { reportId title period { from to } sealedAt position figuresDigest } }';
const ONE = `{ sealedReport(programId: $programId, reportId: $reportId) {
  reportId programId title period { from to } asKnownAt sealedAt position chain rules { programId version } inputsDigest figuresDigest figures } }`;

const ask = async <Data>(organization: string, token: string, query: string, variables: object): Promise<Data> => (await answered<{ data: Data }>(fetch(new URL('/graphql', apiUrl()), {
  method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-vouchsafe-organization': organization, 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }),
}))).data;

/** @returns the report's id. @throws Refusal with the name and the sentence that the API gives */
export const seal = async (organization: string, token: string, input: { requestKey: string; programId: string; title: string; period: Report['period'] }): Promise<string> => {
  const { sealReport: { __typename, message, reportId } } = await ask<{ sealReport: { __typename: string; message?: string; reportId?: string } }>(organization, token, SEAL, { input });
  if (reportId === undefined) throw new Refusal(__typename, message ?? 'Nothing was sealed.');
  return reportId;
};

export const sealedHeadings = async (organization: string, token: string, programId: string): Promise<readonly SealedHeading[]> =>
  (await ask<{ sealedReports: readonly SealedHeading[] }>(organization, token, `query ($programId: ID!) ${LIST}`, { programId })).sealedReports;

/** @throws Refusal where there is none for the asker, or where its figures are not those that their digest names */
export const sealedReport = async (organization: string, token: string, programId: string, reportId: string): Promise<SealedReport> => {
  const { sealedReport: found } = await ask<{ sealedReport: Sealed | null }>(organization, token, `query ($programId: ID!, $reportId: ID!) ${ONE}`, { programId, reportId });
  if (!found) throw new Refusal('NoSuchReport', 'There is no sealed report of this programme for you under this id.');
  const { title, period, asKnownAt, position, chain, rules, sealedAt, inputsDigest, figuresDigest, figures } = found;
  return {
    organization, program: { programId, name: title }, period, asKnownAt, position, chain, lastDay: period.to, rules, figures: JSON.parse(figures) as ReportFigures, notYet: [],
    sealed: { reportId, sealedAt, inputsDigest, figuresDigest },
  };
};
