export { resolversWithoutAllow, rootResolvers } from './allow/resolvers-without-allow.js';
export { undescribed } from './schema/undescribed.js';
export { unboundedLists } from './schema/unbounded-lists.js';
export { fieldsWithoutVisibility, visibleFields } from './visibility/visible-fields.js';
export { typeDefinitions } from './schema/type-definitions.js';
export { anActor, commandsOn } from './commands.testing.js';
