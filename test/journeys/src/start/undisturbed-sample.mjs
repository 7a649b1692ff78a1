// Makes the sample organizations in memory, as a first start that nobody disturbs would make them, and prints where each log ends.
import { LocalWakeups, MemoryEventStore } from '../../../../dist/libs/event-store/src/index.js';
import { generateSampleData } from '../../../../dist/libs/sample-data/src/index.js';

const { organizations } = await generateSampleData({
  store: new MemoryEventStore(new LocalWakeups()), seed: 1, organizations: 3, events: 50_000, until: process.argv[2], onCards: () => {},
});
process.stdout.write(JSON.stringify(organizations.map(({ handle, position, chain }) => ({ handle, position, chain }))));
