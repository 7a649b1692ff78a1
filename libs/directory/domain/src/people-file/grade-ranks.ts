import { z } from 'zod';

/** A tenant's table from grade, as files spell it, to rank in tenths of a level: a gap of two levels is 20. */
export const gradeRanks = z.record(z.string().min(1).max(100), z.number().int().nonnegative());
export type GradeRanks = z.output<typeof gradeRanks>;

/** The Senior Civil Service of the United Kingdom, and the military grades that its organograms place beside it. */
export const defaultGradeRanks: GradeRanks = {
  SCS1: 10, SCS1A: 15, SCS2: 20, SCS3: 30, SCS4: 40, 'OF-6': 10, 'OF-7': 20, 'OF-8': 30, 'OF-9': 40,
};
