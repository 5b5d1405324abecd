/** The one error a use case throws: a code of the catalogue, which gives the HTTP status and the message. */
import type { ErrorCode } from './errors.ts';

/** One wrong field: `path` as in the input (`/title`), `code` a short stable word, `message` for people. */
export type FieldError = { path: string; code: string; message: string };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** Facts a client needs to recover: the current version, seconds to wait. */
  readonly data: Record<string, unknown>;

  constructor(code: ErrorCode, extra: { fields?: FieldError[]; data?: Record<string, unknown>; cause?: unknown } = {}) {
    super(code, { cause: extra.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = extra.fields ?? [];
    this.data = extra.data ?? {};
  }
}
