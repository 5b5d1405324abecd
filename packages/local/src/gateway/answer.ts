/** A whole answer in memory: what a Lambda returned, ready to be sent, cached or handed on. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Answer = {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  cookies: readonly string[];
  body: Buffer;
};

/** The answer for what a function returned; anything without a status is taken as JSON, as API Gateway does. */
export function fromResult(result: APIGatewayProxyStructuredResultV2 | string | undefined): Answer {
  if (typeof result !== 'object' || result.statusCode === undefined) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(body) };
  }
  const headers: Record<string, string> = {};
  for (const name in result.headers) headers[name.toLowerCase()] = String(result.headers[name]);
  return {
    status: result.statusCode,
    headers,
    cookies: result.cookies ?? [],
    body: Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'),
  };
}
