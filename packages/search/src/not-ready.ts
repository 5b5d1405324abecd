/** The refusal while there is nothing to answer from yet. */
import { AppError } from '@hanoi/core/shared/app-error';

/** Seconds after which one may ask again. */
const retryAfter = 3;

/** A search_not_ready that says when to ask again. */
export function notReady(cause?: unknown): AppError {
  return new AppError('search_not_ready', { data: { retryAfter }, cause });
}
