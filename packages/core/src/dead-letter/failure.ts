/** Noting what work failed with: it is read when a message is given up, long after the error is gone. */
import type { Ctx } from '../shared/context.ts';
import { faultOf } from '../shared/fault.ts';
import { putFailure } from './repo.ts';
import type { LetterSource } from './schema.ts';

/** Keeps what the work on a message failed with, for a fortnight. Never throws: the work has failed anyway, and is told of as it is. */
export async function noteFailure(ctx: Ctx, source: LetterSource, messageId: string, error: unknown): Promise<void> {
  await putFailure(ctx, source, messageId, faultOf(error)).catch((failure: unknown) =>
    ctx.log.error('failure_unwritten', { source, messageId, error: String(failure) }),
  );
}
