/** What an audit says of one comparison. It names a pattern in numbers, never a cause. */
export type AuditVerdict = 'NO_FINDING' | 'SMALL_BUT_SIGNIFICANT' | 'FINDING' | 'NOT_DISTINGUISHABLE' | 'TOO_FEW';

/** @param isSignificant the test's p is below 0.05, after the correction for several looks where one is due
 * @param expectsUnderFive the smallest expected cell is under five */
export const auditVerdict = (
  { isBelow, isSignificant, expectsUnderFive }: { readonly isBelow: boolean; readonly isSignificant: boolean; readonly expectsUnderFive: boolean },
): AuditVerdict => {
  if (!isBelow) return isSignificant ? 'SMALL_BUT_SIGNIFICANT' : 'NO_FINDING';
  if (isSignificant) return 'FINDING';
  return expectsUnderFive ? 'TOO_FEW' : 'NOT_DISTINGUISHABLE';
};

/** The verdict as a sentence. */
export const inWords = (verdict: AuditVerdict): string => {
  switch (verdict) {
    case 'NO_FINDING': return 'Not below four-fifths, and not significant: no finding.';
    case 'SMALL_BUT_SIGNIFICANT': return 'Not below four-fifths, but significant: a small difference that chance alone would rarely make.';
    case 'FINDING': return 'Below four-fifths, and significant: a finding.';
    case 'NOT_DISTINGUISHABLE': return 'Below four-fifths, but not distinguishable from no difference.';
    case 'TOO_FEW': return 'Below four-fifths, but too few to judge.';
  }
};
