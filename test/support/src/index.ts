export { ask, mutation, newKey, signedIn, type Answer, type Person } from './product/api.js';
export { vouchsafe, vouchsafeJson, type Ended } from './product/command.js';
export { eventually, PATIENCE_MS } from './product/eventually.js';
export { anInstallation, freePort, listening, newHome, processesOf, runProgram, type Installation, type Program } from './product/installation.js';
export { logHeads, total, type LogHeads } from './product/log-heads.js';
export { anAction, ourOrganization, type OurOrganization } from './product/our-organization.js';
export { employees, peopleFile } from './product/people-file.js';
export { followCommitment, type Following } from './product/timeline.js';
