/** Errors as problem+json (RFC 9457). */
import { ConditionalCheckFailedException, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import type { Language } from '@hanoi/core/person/schema';
import { AppError, type FieldError } from '@hanoi/core/shared/app-error';
import { type ErrorCode, errorCatalogue, isFault } from '@hanoi/core/shared/errors';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { noteFault } from '../tracing.ts';
import { logOf } from './logger.ts';

/** What DynamoDB says when it can't take more just now, or is not to be reached; the client may try again. */
const busyNames = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  // A single write met a transaction on its item; the SDK doesn't try these again.
  'TransactionConflictException',
  'InternalServerError',
  'TimeoutError',
];
/** Connections that break, and a disk or a process that is full: codes of Node's own errors. */
const busyCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
];

/** The answer for an error: the catalogue's status, the message in the reader's language, nothing of the inside. */
export async function problemOf(
  error: unknown,
  language: Language,
  requestId: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const known = asAppError(error);
  const code = known?.code ?? 'internal_error';
  if (isFault(errorCatalogue[code], code)) noteFault(error);
  if (!known || code === 'internal_error') {
    logOf(requestId).error('request_failed', {
      error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error),
    });
  }
  if (code === 'busy') logOf(requestId).warn('request_busy', { error: String(known?.cause ?? known) });
  return problem(code, language, { errors: known?.fields ?? [], ...known?.data, requestId });
}

/** A problem answer for `code`. The words load with the first: most starts need none. */
async function problem(
  code: ErrorCode,
  language: Language,
  extra: Record<string, unknown> = {},
): Promise<APIGatewayProxyStructuredResultV2> {
  const { errorMessages, fieldErrorMessage, withPlaces } = await import('@hanoi/i18n/errors');
  const status = errorCatalogue[code];
  const { title, detail: text } = errorMessages[language][code];
  const detail = withPlaces(text, extra, language);
  const retryAfter = extra.retryAfter;
  const errors = (extra.errors as FieldError[] | undefined)?.map((one) => ({
    ...one,
    message: one.message || fieldErrorMessage(language, one.code),
  }));
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      ...(typeof retryAfter === 'number' && { 'retry-after': String(retryAfter) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(Array.isArray(extra.allowed) && { allow: extra.allowed.join(', ') }),
    },
    body: JSON.stringify({
      type: `/api/v1/problems/${code}`,
      title,
      status,
      code,
      detail,
      ...extra,
      errors: errors ?? [],
    }),
  };
}

/** What an error says in our words; undefined for a fault of ours. */
export function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof ConditionalCheckFailedException) return new AppError('version_conflict', { cause: error });
  return isBusy(error) ? new AppError('busy', { cause: error }) : undefined;
}

/** The SDK has tried several times before it throws one of these. */
function isBusy(error: unknown): boolean {
  if (error instanceof DynamoDBServiceException) return busyNames.includes(error.name);
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || busyCodes.includes((error as NodeJS.ErrnoException).code ?? '');
}
