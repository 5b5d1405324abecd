/** The network that stands for an address: in limits, and in marks of votes. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** How many bits of an address name its network. */
export type Width = { v4: 24 | 32; v6: 48 | 64 };

/** One customer: an IPv4 address itself; of IPv6 the first 64 bits, as one customer holds all addresses below them. */
const customer: Width = { v4: 32, v6: 64 };

/** The network of an address, of one customer unless a wider one is asked for. What is no address stays as it is. */
export function networkOf(address: string, { v4, v6 }: Width = customer): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return ofIPv4(address, v4);
  // An IPv4 address mapped to IPv6.
  if (bare.includes('.')) return ofIPv4(bare.slice(bare.lastIndexOf(':') + 1), v4);
  const [head, tail] = bare.split('::').map((side) => side.split(':').filter(Boolean));
  const zeros = Array<string>(tail ? 8 - head!.length - tail.length : 0).fill('0');
  const groups = [...head!, ...zeros, ...(tail ?? [])]
    .slice(0, v6 / 16)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/${v6}`;
}

function ofIPv4(address: string, bits: Width['v4']): string {
  if (bits === 32 || !isIPv4(address)) return address;
  return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
}

/** Addresses that are nobody's own: of this machine, and of private networks (RFC 1918, 4193, 4291, 6598). */
const inner = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inner.addSubnet(net, bits, 'ipv6');

/** Whether an address says from where somebody comes: not that of a proxy before us which nobody told us to trust. */
export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  if (isIPv4(bare)) return !inner.check(bare, 'ipv4');
  // A mapped IPv4 address is held against those of IPv4.
  return isIPv6(bare) && !inner.check(bare, 'ipv6');
}
