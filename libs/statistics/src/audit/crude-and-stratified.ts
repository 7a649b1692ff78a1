import type { Figure } from '../figure/figure.js';
import type { AuditVerdict } from './verdict.js';

/** Whether a crude verdict and the figure within strata tell different stories: then both are shown, and this sentence.
 * @param oddsRatio of the group to the reference, within strata
 * @returns null where they agree */
export const disagreement = (crude: AuditVerdict, oddsRatio: Figure): string | null => {
  const differs = crude === 'FINDING' || crude === 'SMALL_BUT_SIGNIFICANT';
  switch (oddsRatio.state) {
    case 'NOT_APPLICABLE': return differs ? 'The crude figures differ, but no stratum holds both groups so that they could be compared like with like.' : null;
    case 'TOO_FEW': return differs ? 'The crude figures differ; within strata there are too few people to judge.' : null;
    case 'NOT_DISTINGUISHABLE': return differs ? 'The crude figures differ; among people of the same stratum the difference is not distinguishable from none.' : null;
    case 'VALUE':
      if (!differs) return 'The crude figures raise no finding, yet among people of the same stratum the two groups differ.';
      return oddsRatio.value < 1 ? null : 'The crude figures are against this group; among people of the same stratum they are in its favour.';
  }
};
