import { known, NOT_APPLICABLE, rate, sponsorDependency } from '@vouchsafe/statistics';
import { defaultProgramSettings } from '@vouchsafe/programs-contracts';
import { lastDay } from '../frame.js';
import { groupBy } from '../history.js';
import { measure } from '../measure.js';
import { tell, tellCount } from '../told.js';

const YEAR = 365;

/** K14: how far protégés hang on single sponsors, by their confirmed actions of the last twelve months, weighted as the programme weighs acts. Who had too few
 * to judge is counted beside. Asked for one person, `concentration` is theirs. */
export const dependency = measure('dependency', {
  needs: ['actions', 'commitments', 'rules'],
  compute({ actions, commitments, rules }, frame) {
    const end = lastDay(frame);
    const commitmentOf = new Map(commitments.map((commitment) => [commitment.commitmentId, commitment]));
    const settings = new Map(rules.map((each) => [each.programId, each.settings]));
    const recent = actions.filter(({ confirmed, on, commitmentId }) => confirmed && on <= end && on > end - YEAR && commitmentOf.has(commitmentId));
    const found = [...groupBy(recent, ({ commitmentId }) => commitmentOf.get(commitmentId)!.protegeId).values()].map((theirs) => {
      const bySponsor = groupBy(theirs, ({ commitmentId }) => commitmentOf.get(commitmentId)!.sponsorId);
      const settingsOf = (commitmentId: string) => settings.get(commitmentOf.get(commitmentId)!.programId) ?? defaultProgramSettings;
      const weights = [...bySponsor.values()].map((those) => those.reduce((sum, { act, commitmentId }) => sum + settingsOf(commitmentId).capitalWeight[act], 0));
      if (weights.every((weight) => weight === 0)) return null; // a programme may weigh an act at nothing
      const figure = sponsorDependency(weights, theirs.length);
      return { figure, alertAbove: Math.max(...theirs.map(({ commitmentId }) => settingsOf(commitmentId).dependencyAlertAbove)) };
    });
    const judged = found.flatMap((each) => (each && 'value' in each.figure ? [{ hhi: each.figure.value, alertAbove: each.alertAbove }] : []));
    const above = judged.filter(({ hhi, alertAbove }) => hhi > alertAbove).length;
    const mean = judged.reduce((sum, { hhi }) => sum + hhi, 0) / judged.length;
    const tells = [judged.length, above, judged.length - above];
    return {
      concentration: tell(judged.length === 0 ? (found[0] && found.length === 1 ? found[0].figure : NOT_APPLICABLE) : known(mean, 'INDEX', [judged.length]), [judged.length]),
      effectiveSponsors: tell(judged.length === 0 ? NOT_APPLICABLE : known(judged.reduce((sum, { hhi }) => sum + 1 / hhi, 0) / judged.length, 'INDEX', [judged.length]), [judged.length]),
      onFewSponsors: tell(rate({ count: above, n: judged.length }), tells, [above]),
      tooFewToJudge: tellCount(found.length - judged.length),
    };
  },
});
