/** Dead letters that are filed, sent again by an operator as administrators do it on the site. */
import type { DeadLetter, LetterSource } from '@hanoi/core/dead-letter/schema';
import { listDeadLetters, retryDeadLetter } from '@hanoi/core/dead-letter/service';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Ctx } from '@hanoi/core/shared/context';
import { letterSender } from '@hanoi/functions/operations/letter-sender';

export type Replayed = {
  /** Letters that went through. */
  done: number;
  /** Letters that stay: they fail still. */
  failed: number;
  /** Letters that stay: the stream no longer has their records. */
  gone: number;
};

export const none: Replayed = { done: 0, failed: 0, gone: 0 };

/** Both together. */
export function sumOf(one: Replayed, other: Replayed): Replayed {
  return { done: one.done + other.done, failed: one.failed + other.failed, gone: one.gone + other.gone };
}

/** Sends every open letter that came from `source` again, the oldest first, each once; says of those that stay why. */
export async function replayFiled(ctx: Ctx, source: LetterSource, tell: (line: string) => void): Promise<Replayed> {
  const replayed = { ...none };
  for (const { id } of await openLetters(ctx, source)) {
    try {
      await retryDeadLetter(ctx, letterSender, id);
      replayed.done++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Somebody else has sent or discarded it meanwhile.
      if (error.code === 'not_found' || error.code === 'letter_in_retry') continue;
      replayed[error.code === 'letter_without_record' ? 'gone' : 'failed']++;
      tell(`${id}: ${String(error.cause ?? error.code)}`);
    }
  }
  return replayed;
}

async function openLetters(ctx: Ctx, source: LetterSource): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDeadLetters(ctx, { state: 'open', limit: 100, cursor });
    found.push(...page.items.filter((letter) => letter.source === source));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found.reverse();
}
