export { besideTheLogs } from './beside-the-logs.js';
export { prepareSample } from './prepare-sample.js';
