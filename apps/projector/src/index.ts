export { startProjector } from './start-projector.js';
export { contexts } from './contexts.js';
