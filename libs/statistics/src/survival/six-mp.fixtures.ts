// Remission of leukaemia in weeks: Freireich et al., "The Effect of 6-Mercaptopurine on the Duration of Steroid-Induced Remissions in Acute Leukemia", Blood 21
// (1963); data as in Le, Introductory Biostatistics (2003).
import type { Observation } from './life-table.js';

const weeks = (text: string): Observation[] => text.split(' ').map((one) => ({ time: Number.parseInt(one, 10), event: !one.endsWith('+') }));

export const SIX_MP = weeks('6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+');
export const PLACEBO = weeks('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
