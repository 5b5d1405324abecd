/** Builds the event of API Gateway (payload format 2.0) that a Lambda gets for a request. */
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Address } from './address.ts';
import { isBinary } from './body.ts';

export type ApiRequest = {
  method: string;
  address: Address;
  /** Names in lower case, several values joined by commas. */
  headers: Record<string, string>;
  sourceIp: string;
  protocol: string;
  body?: Buffer;
};

/** The event for a request. */
export function createEvent(request: ApiRequest): APIGatewayProxyEventV2 {
  const { method, address, body } = request;
  const { cookie, ...headers } = request.headers;
  const now = new Date();
  const domainName = headers.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: address.path,
    rawQueryString: address.query,
    ...(cookie && { cookies: cookie.split(/;\s*/).filter(Boolean) }),
    headers,
    ...(address.query && { queryStringParameters: joinedParameters(address.query) }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0] ?? '',
      http: {
        method,
        path: address.path,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...encodeBody(body, headers),
  };
}

function encodeBody(body: Buffer | undefined, headers: Record<string, string>) {
  if (!body?.length) return { isBase64Encoded: false };
  const isBase64Encoded = isBinary(headers['content-type'], headers['content-encoding']);
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

/** Several values of one name are joined by commas, as API Gateway does. */
function joinedParameters(query: string): Record<string, string> {
  const joined: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  }
  return { ...joined };
}
