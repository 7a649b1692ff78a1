import { createHmac } from 'node:crypto';

export type LoginRole = 'vouchsafe_app' | 'vouchsafe_scout' | 'vouchsafe_relay' | 'vouchsafe_reporter';

/** The password of a role, derived from that of the administrator's address: every process that is given the same
 * `DATABASE_URL` finds the same one, and none is stored. @throws RangeError if the address carries no password to derive from. */
export const rolePassword = (adminUrl: string, role: LoginRole): string => {
  const { password } = new URL(adminUrl);
  if (!password) throw new RangeError('DATABASE_URL must carry a password: those of the restricted roles are derived from it.');
  return createHmac('sha256', decodeURIComponent(password)).update(`vouchsafe role ${role}`).digest('base64url');
};

/** The same server and database, signed in as a restricted role. */
export const urlFor = (adminUrl: string, role: LoginRole): string => {
  const url = new URL(adminUrl);
  url.password = rolePassword(adminUrl, role);
  url.username = role;
  return url.toString();
};
