export { ProgramsModule } from './programs.module.js';
export { programs } from './programs.context.js';
