/** Whom a request comes from: one answer for limits, for pages and for the functions. */
import type { IncomingMessage } from 'node:http';
import { SocketAddress } from 'node:net';
import ipaddr from 'ipaddr.js';

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** The proxies whose word about others is believed. */
export type TrustedProxies = readonly Range[];

const loopback: TrustedProxies = [ipaddr.parseCIDR('127.0.0.0/8'), ipaddr.parseCIDR('::1/128')];

/**
 * The proxies of a setting: addresses and ranges such as `10.0.0.0/8`, or `loopback`, between commas; nobody when empty.
 * `1`, which once meant anybody, means those of this machine.
 * @throws Error naming the part that is no address
 */
export function parseTrustedProxies(setting: string | undefined): TrustedProxies {
  const parts = (setting ?? '').split(',').map((part) => part.trim());
  return parts.flatMap((part) => {
    if (part === '' || part === '0') return [];
    if (part === '1' || part === 'loopback') return loopback;
    if (ipaddr.isValidCIDR(part)) return [ipaddr.parseCIDR(part)];
    if (!ipaddr.isValid(part)) {
      throw new Error(
        `TRUST_PROXY is "loopback", or addresses such as 10.0.0.5 or 10.0.0.0/8 between commas, not "${part}"`,
      );
    }
    const address = ipaddr.process(part);
    return [[address, address.kind() === 'ipv4' ? 32 : 128] satisfies Range];
  });
}

/**
 * The address of the one who asks. Who connects is asked about others only if it is a trusted proxy, and then each proxy
 * before it likewise: the last address that no trusted proxy has is the one. What was claimed before that is the sender's
 * own word.
 */
export function clientAddress(request: IncomingMessage, proxies: TrustedProxies): string {
  let address = readAddress(request.socket.remoteAddress ?? '');
  const claimed = String(request.headers['x-forwarded-for'] ?? '').split(',');
  while (address && isAmong(address, proxies) && claimed.length > 0) {
    // A proxy that says something unreadable is the last we know.
    const before = readAddress(claimed.pop()!);
    if (!before) break;
    address = before;
  }
  return address?.toString() ?? '';
}

/** Whether the one who connects is a trusted proxy. */
export function comesByProxy(request: IncomingMessage, proxies: TrustedProxies): boolean {
  return isProxy(request.socket.remoteAddress, proxies);
}

/** Whether this is the address of a trusted proxy. */
export function isProxy(address: string | undefined, proxies: TrustedProxies): boolean {
  const read = readAddress(address ?? '');
  return read !== undefined && isAmong(read, proxies);
}

const namedLikeProxies = /^(?:forwarded$|x-forwarded|x-real-ip$|via$|x-client-ip$|true-client-ip$|cf-)/;

/** Whether anything says that this request was passed on, whoever says it. */
export function isForwarded(request: IncomingMessage): boolean {
  return Object.keys(request.headers).some((name) => namedLikeProxies.test(name));
}

/** Whether the connection comes from this machine. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  return isProxy(request.socket.remoteAddress, loopback);
}

function isAmong(address: ipaddr.IPv4 | ipaddr.IPv6, ranges: TrustedProxies): boolean {
  return ranges.some((range) => range[0].kind() === address.kind() && address.match(range as never));
}

/** An address as sockets and proxies write it: with a port or without, IPv6 in brackets or not, IPv4 in the clothes of IPv6. */
function readAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [bare = ''] = text.trim().split('%');
  const plain = ipaddr.isValid(bare) ? bare : SocketAddress.parse(bare)?.address;
  return plain === undefined ? undefined : ipaddr.process(plain);
}
