export { accept, reject, type Decision } from './decision.js';
export { fold, stream, streamName, type StreamOf } from './stream.js';
