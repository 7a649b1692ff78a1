import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isLoopback, isPublicAddress } from './public-address.js';

export interface Address { readonly address: string; readonly family: number }

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly Address[]>;

/** By the resolver of this machine, as any other program would. */
export const systemResolve: Resolve = (name) => lookup(name, { all: true, verbatim: true });

/** A name leads to where no webhook may go. */
export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
  constructor() {
    super('the name leads to an address that is not public');
  }
}

/** The one address that will be connected to. Resolved once: a name that answers otherwise the next time is not asked a next time. If one of several
 * addresses is not allowed, none is: somebody tries.
 * @throws AddressNotAllowed, and what the resolver throws */
export const pinAddress = async (url: URL, resolve: Resolve, { allowLoopback }: { allowLoopback: boolean }): Promise<Address> => {
  const host = hostOf(url);
  const family = isIP(host);
  const found = family === 0 ? await resolve(host) : [{ address: host, family }];
  const isAllowed = ({ address }: Address) => isPublicAddress(address) || (allowLoopback && isLoopback(address));
  if (found.length === 0 || !found.every(isAllowed)) throw new AddressNotAllowed();
  return found[0]!;
};

/** For the socket: whatever it asks for, the answer is known. */
export const pinned = ({ address, family }: Address): LookupFunction => (_name, options, answer) =>
  (options.all ? answer(null, [{ address, family }]) : answer(null, address, family));
