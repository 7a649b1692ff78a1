export { openFeed, REACTORS } from './open-feed.js';
export { startReactor, type StartReactor } from './start-reactor.js';
export { contexts, policiesOf } from './contexts.js';
