/** What an analyst will look for and not find, and why: no event tells of it. */
export const notYet = [
  { measure: 'K3 cadence adherence', missing: 'Meetings are not recorded.' },
  { measure: 'K8 from ask to placement', missing: 'Asks, opportunities and placements are not recorded: the funnel begins with the sponsorship.' },
  { measure: 'K17 by declared trait; placed of eligible', missing: 'Traits and placements are not recorded.' },
  { measure: 'K18 exposure', missing: 'Introductions acted on and assignments are not recorded.' },
  { measure: 'K19 quorum', missing: 'Cases and endorsements are not recorded.' },
  { measure: 'K20 attainment', missing: 'Success criteria are not recorded.' },
  { measure: 'K21 consistency', missing: 'Wins are not recorded.' },
] as const;
