import type { CommitmentRow, PledgeRow } from './commitment-overview.projection.js';

/** A commitment as its protégé may know of it: what an action in a confidential forum did for a pledge is left out until the action is
 * disclosed, or a pledge that is suddenly kept would tell of it. */
export const withoutWhatIsHeldBack = (row: CommitmentRow): CommitmentRow => {
  if (row.heldBack.length === 0) return row;
  const pledges = row.pledges.map((pledge): PledgeRow => {
    const advancedBy = pledge.advancedBy.filter((by) => by === null || !row.heldBack.includes(by));
    const done = pledge.done - (pledge.advancedBy.length - advancedBy.length);
    if (done === pledge.done) return pledge;
    return pledge.status === 'kept' ? { ...pledge, done, advancedBy, status: 'open', onTime: null } : { ...pledge, done, advancedBy };
  });
  const isOpenAgain = pledges.some(({ status }, index) => status === 'open' && row.pledges[index]?.status === 'kept');
  return { ...row, pledges, status: row.status === 'fulfilled' && isOpenAgain ? (row.paused ? 'paused' : 'active') : row.status };
};
