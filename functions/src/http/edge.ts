/**
 * The edge is what stands before the API: CloudFront on AWS, the gateway on one machine. On AWS a function has an address of
 * its own, which anybody may find, so a request that came through the edge, past its firewall, or from the pages, proves it
 * by a secret. Only then is the sender's address in its headers believed.
 */
import { AppError } from '@hanoi/core/shared/app-error';
import { isOriginSecret, originSecret } from '@hanoi/core/shared/origin-secret';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const secretHeader = 'x-origin-secret';
const addressHeader = 'x-viewer-address';

/**
 * Lets a request in that came through the edge, and takes the sender's address from it. Without `ORIGIN_SECRET`, as on one
 * machine, every request comes through the gateway, and nothing is checked.
 * @throws origin_refused for a request that went past the edge
 */
export function assertCameThroughEdge(event: APIGatewayProxyEventV2): void {
  if (!originSecret()) return;
  if (!isOriginSecret(event.headers[secretHeader] ?? '')) throw new AppError('origin_refused');
  const address = event.headers[addressHeader];
  if (address) event.requestContext.http.sourceIp = address;
  delete event.headers[secretHeader];
}
