import { rolePassword } from '../../access/src/database/credentials.js';

export const password = rolePassword;
