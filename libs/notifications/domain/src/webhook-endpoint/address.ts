export type AddressFault = 'NOT_AN_ADDRESS' | 'NOT_HTTPS' | 'CREDENTIALS_IN_IT' | 'NOT_PUBLIC';

const LONGEST = 500;

/** Why an address will not do, by its letters alone; null if nothing speaks against it. Where a name leads is asked anew at each delivery.
 * @param isPublic false where the host is a number that no other machine may be asked by; a name is public until it is looked up
 * @param allowPlain whether plain http is allowed to this machine, for development */
export const addressFault = (url: string, { isPublic, allowPlain }: { isPublic: boolean; allowPlain: boolean }): AddressFault | null => {
  if (url.length > LONGEST || !URL.canParse(url)) return 'NOT_AN_ADDRESS';
  const { protocol, username, password, hash } = new URL(url);
  if (protocol !== 'https:' && !(protocol === 'http:' && allowPlain)) return 'NOT_HTTPS';
  if (username !== '' || password !== '' || hash !== '') return 'CREDENTIALS_IN_IT';
  return isPublic ? null : 'NOT_PUBLIC';
};
