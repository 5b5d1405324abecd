/**
 * On AWS the pages' function has an address of its own, which anybody may find. What came through the router, past the
 * firewall, proves it by a secret; the pages prove themselves to the API by the same one.
 */
import { timingSafeEqual } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

const secretHeader = 'x-origin-secret';
const addressHeader = 'x-viewer-address';

type Asked = Pick<RequestEvent, 'request' | 'getClientAddress'>;

/** Whether a request came by the door. Without `ORIGIN_SECRET`, as on one machine, the server before us is the door. */
export function cameByDoor({ request }: Pick<Asked, 'request'>): boolean {
  const secret = process.env.ORIGIN_SECRET;
  if (!secret) return true;
  const [given, expected] = [Buffer.from(request.headers.get(secretHeader) ?? ''), Buffer.from(secret)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Where the reader is: as the door saw it, if there is one. */
export function addressOf(event: Asked): string {
  const seen = process.env.ORIGIN_SECRET && event.request.headers.get(addressHeader);
  return seen || event.getClientAddress();
}

/** What the API wants to see of a door: that we stand behind it, and whom it saw. */
export function doorHeaders(event: Asked): Record<string, string> {
  const secret = process.env.ORIGIN_SECRET;
  return secret ? { [secretHeader]: secret, [addressHeader]: addressOf(event) } : {};
}
