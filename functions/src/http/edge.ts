/**
 * On AWS a function has an address of its own, which anybody may find. What came through the router, past the firewall, or
 * from the pages proves it by a secret; only then is what it says about the sender believed.
 */
import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@hanoi/core/shared/app-error';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const secretHeader = 'x-origin-secret';
const addressHeader = 'x-viewer-address';

/**
 * Lets a request in that came by the door, and takes the sender's address from there. Without `ORIGIN_SECRET`, as on one
 * machine, the gateway before us is the door.
 * @throws origin_refused for one that came around it
 */
export function assertCameByDoor(event: APIGatewayProxyEventV2): void {
  const secret = process.env.ORIGIN_SECRET;
  if (!secret) return;
  if (!isSame(event.headers[secretHeader] ?? '', secret)) throw new AppError('origin_refused');
  const address = event.headers[addressHeader];
  if (address) event.requestContext.http.sourceIp = address;
  delete event.headers[secretHeader];
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
