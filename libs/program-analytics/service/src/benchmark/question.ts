import { createHash } from 'node:crypto';
import type { BenchmarkMeasure, ReleasePeriod } from '@vouchsafe/program-analytics-contracts';

/** What is asked of a circle. */
export interface Question { readonly circle: string; readonly measure: BenchmarkMeasure; readonly period: ReleasePeriod }

/** The same for the same question and no other: by it a question that was asked is known again. */
export const questionDigest = ({ circle, measure, period: { from, to } }: Question): string =>
  createHash('sha256').update(JSON.stringify(['vouchsafe benchmark', circle, measure, from, to])).digest('hex');
