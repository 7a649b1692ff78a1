export { resolversWithoutAllow, rootResolvers } from './allow/resolvers-without-allow.js';
export { unboundedLists } from './schema/unbounded-lists.js';
export { typeDefinitions } from './schema/type-definitions.js';
export { anActor, commandsOn } from './commands.testing.js';
