/**
 * The id of a request, in the place where everything reads it: what the pages, or a client, sent along, so that what one
 * visit asks of several functions is one story. Who sends none goes by the gateway's own.
 */
import { givenRequestId, requestIdHeader } from '@hanoi/core/shared/request-id';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const gatewayIds = new WeakMap<APIGatewayProxyEventV2, string>();

/** Gives the event the id of the request it is part of. */
export function takeRequestId(event: APIGatewayProxyEventV2): void {
  const { requestContext, headers } = event;
  gatewayIds.set(event, requestContext.requestId);
  requestContext.requestId = givenRequestId(headers[requestIdHeader]) ?? requestContext.requestId;
}

/** The id under which the gateway's access log has it. */
export function gatewayIdOf(event: APIGatewayProxyEventV2): string {
  return gatewayIds.get(event) ?? event.requestContext.requestId;
}
