/**
 * The edge is what stands before the pages: CloudFront on AWS, the gateway on one machine. On AWS the pages' function has an
 * address of its own, which anybody may find, so a request that came through the edge, past its firewall, proves it by a
 * secret. The pages prove themselves to the API by the same secret.
 */
import { isOriginSecret, originSecret } from '@hanoi/core/shared/origin-secret';
import type { RequestEvent } from '@sveltejs/kit';

const secretHeader = 'x-origin-secret';
const addressHeader = 'x-viewer-address';

type Asked = Pick<RequestEvent, 'request' | 'getClientAddress'>;

/** Whether a request came through the edge. Without `ORIGIN_SECRET`, as on one machine, every request did. */
export function cameThroughEdge({ request }: Pick<Asked, 'request'>): boolean {
  return !originSecret() || isOriginSecret(request.headers.get(secretHeader) ?? '');
}

/** The reader's network address: as the edge saw it where there is a secret, else as this server sees it. */
export function addressOf(event: Asked): string {
  const seen = originSecret() && event.request.headers.get(addressHeader);
  return seen || event.getClientAddress();
}

/** The headers by which the API trusts the pages, as it trusts the edge: the secret, and the address of the reader. */
export function edgeHeaders(event: Asked): Record<string, string> {
  const secret = originSecret();
  return secret ? { [secretHeader]: secret, [addressHeader]: addressOf(event) } : {};
}
