export { besideTheLogs } from './beside-the-logs.js';
