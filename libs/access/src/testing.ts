export { urlFor, type LoginRole } from './database/credentials.js';
