import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), with multicast and what is reserved. The clouds' metadata services
// live in 169.254.0.0/16.
for (const [network, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24],
  ['192.52.193.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3],
] as const) notPublic.addSubnet(network, prefix, 'ipv4');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
// Of IPv6 only global unicast is public at all, less what tunnels into other networks or is for documents. Addresses that carry an IPv4 one (mapped,
// NAT64) lie outside of it.
for (const [network, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['2620:4f:8000::', 48], ['3fff::', 20]] as const) notPublic.addSubnet(network, prefix, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');

export const isLoopback = (address: string): boolean => (isIP(address) === 4 ? loopback.check(address, 'ipv4') : address === '::1');

/** Whether an address lies in the open internet: anybody's, and neither this machine's nor a neighbour's. Text that is no address does not. */
export const isPublicAddress = (address: string): boolean => {
  if (address.includes('%')) return false; // has a zone, so it is of a link
  switch (isIP(address)) {
    case 4: return !notPublic.check(address, 'ipv4');
    case 6: return globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
    default: return false;
  }
};

/** The host of a URL as the resolver wants it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** False where the host is a number, in whatever spelling, that is not public; a name says nothing before it is looked up. */
export const mayBePublic = (url: string, { allowLoopback }: { allowLoopback: boolean }): boolean => {
  if (!URL.canParse(url)) return true; // refused for another reason
  const host = hostOf(new URL(url)); // which writes every spelling of a number in one way
  return isIP(host) === 0 || isPublicAddress(host) || (allowLoopback && isLoopback(host));
};
