/** Takes the address of a request as it stands: one that reads two ways is no address of ours. */
import { AppError } from '@hanoi/core/shared/app-error';
import { isWhole } from '@hanoi/core/shared/whole';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * Refuses, before any route is looked for, what can't be decoded, and what the router would read as another address: a
 * slash at the end (`DELETE /me/sessions/` is not `DELETE /me/sessions`), or an empty part.
 * @throws invalid_path, route_not_found
 */
export function assertAddress({ requestContext, rawQueryString }: APIGatewayProxyEventV2): void {
  const { path } = requestContext.http;
  if (!isDecodable(path)) throw new AppError('invalid_path');
  if (path.endsWith('/') || path.includes('//')) throw new AppError('route_not_found');
  if (!isDecodable(rawQueryString))
    throw new AppError('invalid_input', { fields: [{ path: '/', code: 'not_decodable', message: '' }] });
}

/** Whether it is percent-encoded UTF-8 without NUL. */
function isDecodable(text: string): boolean {
  try {
    return isWhole(decodeURIComponent(text));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
