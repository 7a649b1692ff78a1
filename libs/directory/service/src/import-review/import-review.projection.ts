import { ImportApplied, ImportConfirmed, ImportDiscarded, ImportStaged } from '@vouchsafe/directory-contracts';
import { eventCatalogue, type DataOf, type EventOf, type Position, type Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';

const importEvents = eventCatalogue(ImportStaged, ImportConfirmed, ImportApplied, ImportDiscarded);
type ImportEvent = EventOf<typeof importEvents>;

export interface ImportReviewRow {
  importId: string; state: 'STAGED' | 'RECORDING' | 'APPLIED' | 'DISCARDED'; staged: DataOf<typeof ImportStaged>; stagedAt: string; position: Position;
  confirmedAt: string | null; acceptLeaversReason: string | null;
}

const step = (row: ImportReviewRow | undefined, { type, data, position, recordedAt }: Recorded<ImportEvent>): ImportReviewRow | undefined => {
  switch (type) {
    case 'ImportStaged':
      return { importId: data.importId, state: 'STAGED', staged: data, stagedAt: recordedAt, position, confirmedAt: null, acceptLeaversReason: null };
    case 'ImportConfirmed': return row && { ...row, state: 'RECORDING', confirmedAt: recordedAt, acceptLeaversReason: data.acceptLeaversReason };
    case 'ImportApplied': return row && { ...row, state: 'APPLIED' };
    case 'ImportDiscarded': return row && { ...row, state: 'DISCARDED' };
  }
};

export const importReviews = projection({
  name: 'import-review', version: 1, sql: new URL('./import-review.sql', import.meta.url), tables: ['import_review'], reads: importEvents,
  ...foldByKey('import_review', ({ data }: ImportEvent) => data.importId, step),
});
