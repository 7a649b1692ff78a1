import type { Report, ReportFigure, ReportLift } from './ask-report.js';

export interface Section { readonly title: string; readonly rows: readonly { readonly label: string; readonly figure: ReportFigure }[] }

/** `STRETCH_ASSIGNMENT` as people write it. */
export const inLetters = (name: string): string => `${name[0]}${name.slice(1).toLowerCase().replaceAll('_', ' ')}`;

const STAGES: Readonly<Record<string, string>> = {
  MADE: 'Sponsorships made', ACTED: 'of these: an action was recorded', CONFIRMED: 'of these: an action was confirmed', OUTCOME: 'of these: an outcome is credited to one',
};

/** What a board reads, in its order. */
export const sections = ({ figures }: Report): Section[] => [
  { title: 'Who is sponsored', rows: [
    { label: 'Of the eligible: with an active sponsor', figure: figures.coverage.ofEligible }, { label: 'Of the enrolled: with an active sponsor', figure: figures.coverage.ofEnrolled },
    { label: 'Of the enrolled: matched so far', figure: figures.matching.rate }, { label: 'Until matched, median', figure: figures.matching.medianDays },
  ] },
  { title: 'What was promised and done', rows: [
    { label: 'Sponsors’ pledges kept on time', figure: figures.keeping.sponsors }, { label: 'Protégés’ pledges kept on time', figure: figures.keeping.proteges },
    { label: 'Actions that somebody confirmed', figure: figures.advocacy.confirmation }, { label: 'Confirmed actions of a sponsorship', figure: figures.advocacyRate },
    { label: 'Balance of the four acts', figure: figures.advocacy.balance },
    ...figures.advocacy.acts.map(({ act, confirmed }) => ({ label: `${inLetters(act)}, confirmed`, figure: confirmed })),
  ] },
  { title: 'From sponsorship to outcome', rows: [
    ...figures.funnel.steps.map(({ stage, sponsorships, conversion }) => ({ label: STAGES[stage] ?? inLetters(stage), figure: conversion ?? sponsorships })),
    ...figures.outcomes.map(({ kind, count }) => ({ label: `Outcomes: ${inLetters(kind).toLowerCase()}`, figure: count })),
  ] },
  { title: 'How it holds', rows: [
    { label: 'Protégés with a sponsor 90 days after theirs left', figure: figures.continuity.kept }, { label: 'Sponsors without a free place', figure: figures.load.full },
    { label: 'Inequality of sponsors’ load (Gini)', figure: figures.load.inequality }, { label: 'Dependency on one sponsor (HHI, mean)', figure: figures.dependency.concentration },
  ] },
];

/** A comparison of the sponsored with people like them. */
export const comparison = ({ horizonMonths, sponsored, compared, absolute, relative, stratified, smallestDetectable }: ReportLift): Section['rows'] => [
  { label: `Sponsored, within ${horizonMonths} months`, figure: sponsored }, { label: 'Compared', figure: compared },
  { label: 'Difference', figure: absolute }, { label: 'Relative', figure: relative }, { label: 'Difference among people alike', figure: stratified.difference },
  { label: 'Odds ratio among people alike', figure: stratified.oddsRatio }, { label: 'Smallest difference so many would reveal', figure: smallestDetectable },
];

export const comparisons = ({ figures }: Report): { readonly title: string; readonly lift: ReportLift; readonly axis: string }[] => [
  { title: 'Promotion after sponsorship', lift: figures.promotion, axis: 'without a promotion' }, { title: 'Leaving after sponsorship', lift: figures.retention, axis: 'still here' },
];
