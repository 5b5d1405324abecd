/** The network that stands for an address in limits. */
import { isIPv6 } from 'node:net';

/**
 * An IPv4 address itself; of IPv6 the first 64 bits, since a single customer holds all addresses below them and could
 * send every request from another one.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  // An IPv4 address mapped to IPv6.
  if (bare.includes('.')) return bare.slice(bare.lastIndexOf(':') + 1);
  const [head, tail] = bare.split('::').map((side) => side.split(':').filter(Boolean));
  const zeros = Array<string>(tail ? 8 - head!.length - tail.length : 0).fill('0');
  const groups = [...head!, ...zeros, ...(tail ?? [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
