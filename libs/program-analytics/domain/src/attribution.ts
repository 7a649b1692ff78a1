import { groupBy, type Action, type Commitment, type Outcome, type Rules } from './history.js';

/** An outcome with the confirmed actions that it is credited to, in the order of their days; none where it rests on none. */
export interface Attributed { readonly outcome: Outcome; readonly actions: readonly Action[] }

const WINDOW = 365; // days, where a programme has set no rules

/** What each outcome rests on: the actions that the pair has linked, as far as they are confirmed; without any link every confirmed action for the
 * person within the attribution window before it. */
export const attribute = ({ outcomes, actions, commitments, rules }: {
  outcomes: readonly Outcome[]; actions: readonly Action[]; commitments: readonly Commitment[]; rules: readonly Rules[];
}): Attributed[] => {
  const commitmentOf = new Map(commitments.map((commitment) => [commitment.commitmentId, commitment]));
  const windows = new Map(rules.map(({ programId, settings }) => [programId, settings.attributionWindowDays]));
  const confirmed = actions.filter((action) => action.confirmed && commitmentOf.has(action.commitmentId));
  const byId = new Map(confirmed.map((action) => [action.actionId, action]));
  const byProtege = groupBy(confirmed, ({ commitmentId }) => commitmentOf.get(commitmentId)!.protegeId);
  const inOrder = (one: Action, other: Action): number => one.on - other.on || (one.actionId < other.actionId ? -1 : 1);
  return outcomes.map((outcome) => {
    if (outcome.actions.length > 0) return { outcome, actions: outcome.actions.flatMap((id) => byId.get(id) ?? []).sort(inOrder) };
    const near = (byProtege.get(outcome.personId) ?? []).filter(({ on, commitmentId }) => {
      const window = windows.get(commitmentOf.get(commitmentId)!.programId) ?? WINDOW;
      return on <= outcome.on && on >= outcome.on - window;
    });
    return { outcome, actions: near.sort(inOrder) };
  });
};
