// Admissions to six departments: Bickel, Hammel & O'Connell, "Sex Bias in Graduate Admissions: Data from Berkeley", Science 187 (1975).
import type { Arm } from '../rates/arm.js';
import type { Stratum } from './stratum.js';

const arm = (yes: number, no: number): Arm => ({ count: yes, n: yes + no });
const department = (name: string, men: Arm, women: Arm): Stratum => ({ name, one: men, other: women });

/** Men first, women second. */
export const ADMISSIONS: readonly Stratum[] = [
  department('A', arm(512, 313), arm(89, 19)), department('B', arm(353, 207), arm(17, 8)), department('C', arm(120, 205), arm(202, 391)),
  department('D', arm(138, 279), arm(131, 244)), department('E', arm(53, 138), arm(94, 299)), department('F', arm(22, 351), arm(24, 317)),
];
