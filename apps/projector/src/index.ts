export { openFeed, PROJECTORS } from './open-feed.js';
export { startProjector, type Projector } from './start-projector.js';
export { contexts } from './contexts.js';
