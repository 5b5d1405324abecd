/** The site's own origin: `PUBLIC_ORIGIN`, else as the edge says the browser asked. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Such as `https://sangkien.example.vn`, without a slash at the end. */
export function originOf(event: APIGatewayProxyEventV2): string {
  if (process.env.PUBLIC_ORIGIN) return process.env.PUBLIC_ORIGIN;
  const host = event.headers['x-forwarded-host'] ?? event.headers.host ?? 'localhost';
  return `${event.headers['x-forwarded-proto'] ?? 'https'}://${host}`;
}
