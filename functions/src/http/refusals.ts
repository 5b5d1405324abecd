/** Logs refused requests, so that guessing and probing can be seen afterwards. */

import { AppError } from '@hanoi/core/shared/app-error';
import { errorCatalogue } from '@hanoi/core/shared/errors';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { logOf } from './logger.ts';

/** Not signed in, not allowed, too often. Mistyped input and missing pages are no sign of an attack. */
const logged: readonly number[] = [401, 403, 429];

/** Logs a refusal by reason and route; the request id leads to who it was. */
export function logRefusal(error: unknown, { requestContext, rawPath }: APIGatewayProxyEventV2): void {
  if (!(error instanceof AppError) || !logged.includes(errorCatalogue[error.code])) return;
  const route = `${requestContext.http.method} ${rawPath}`.slice(0, 200);
  logOf(requestContext.requestId).info('request_refused', { code: error.code, route });
}
