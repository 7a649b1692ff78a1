import { advocacy, advocacyRate } from './measures/advocacy.js';
import { commitments } from './measures/commitments.js';
import { continuity } from './measures/continuity.js';
import { coverage } from './measures/coverage.js';
import { dependency } from './measures/dependency.js';
import { equity } from './measures/equity.js';
import { funnel } from './measures/funnel.js';
import { keeping } from './measures/keeping.js';
import { load } from './measures/load.js';
import { matching } from './measures/matching.js';
import { mobility } from './measures/mobility.js';
import { outcomes } from './measures/outcomes.js';
import { promotion } from './measures/promotion.js';
import { retention, retentionReturn } from './measures/retention.js';

/** Every family of figures, in the order in which they are read. */
export const measures = [
  coverage, matching, commitments, advocacy, advocacyRate, keeping, funnel, outcomes, promotion, retention, retentionReturn, mobility, dependency, load, continuity, equity,
] as const;
