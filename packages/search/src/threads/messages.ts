/** What the threads of the search say to each other: a call, and its answer. */
import { AppError } from '@hanoi/core/shared/app-error';
import type { ErrorCode } from '@hanoi/core/shared/errors';

export type Call = { id: number; method: string; args: readonly unknown[] };

/** Errors lose their class between threads, so a refusal travels as its code and its facts. */
export type Reply = { id: number } & (
  | { value: unknown }
  | { refused: ErrorCode; data: Record<string, unknown> }
  | { failed: string; isDamaged: boolean }
);

/** The replica's file cannot be read any more. */
export class ReplicaDamaged extends Error {}

/** SQLite's codes for a damaged file, and for one that is no database. */
const damaged = new Set([11, 26]);

/** The reply that carries an error. */
export function failureOf(id: number, error: unknown): Reply {
  if (error instanceof AppError) return { id, refused: error.code, data: error.data };
  const { errcode, stack, message } = error as { errcode?: number } & Error;
  return { id, failed: stack ?? message, isDamaged: errcode !== undefined && damaged.has(errcode & 0xff) };
}

/** What a reply says: its value, or the error it carries. */
export function answerIn(reply: Reply): unknown {
  if ('value' in reply) return reply.value;
  if ('refused' in reply) throw new AppError(reply.refused, { data: reply.data });
  throw reply.isDamaged ? new ReplicaDamaged(reply.failed) : new Error(reply.failed);
}
