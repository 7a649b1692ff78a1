export { relativeError } from './relative-error.fixtures.js';
export { ADMISSIONS } from './strata/admissions.fixtures.js';
export { PLACEBO, SIX_MP } from './survival/six-mp.fixtures.js';
export { seededBits } from './benchmark/seeded-bits.fixtures.js';
