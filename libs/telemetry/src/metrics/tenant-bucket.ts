/** A number from 0 to 63 for a tenant: what a metric may say of whose it is. About every sixty-fourth tenant shares it, so it names nobody,
 * and the number of time series does not grow with the number of organizations.
 * @see FNV-1a, 32 bits: Fowler, Noll, Vo (RFC 9923) */
export const tenantBucket = (tenant: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < tenant.length; at += 1) hash = Math.imul(hash ^ tenant.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 64;
};
