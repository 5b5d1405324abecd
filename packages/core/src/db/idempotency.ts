/**
 * `Idempotency-Key`: the key is stored in the transaction that creates something. A repeated request then finds what the
 * first one created, even if the first answer was lost.
 */

import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { requirePerson } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import { after, day, ttl } from '../shared/time.ts';
import { getItem } from './get.ts';
import { idempotencyKey } from './keys.ts';
import { type Part, putNew } from './transact.ts';

/** Thrown and caught in this file: the key has been used. */
class AlreadyMade extends Error {
  readonly used: Record<string, unknown>;
  constructor(used: Record<string, unknown>) {
    super('already made');
    this.used = used;
  }
}

/**
 * Runs `create` with the part that claims the request's key for `id`. When the key was used before, returns the id that was
 * created then. `scope` separates the keys of different endpoints; `input` is the input of the request.
 * @throws idempotency_key_reused when the key came with another input before
 */
export async function once<T extends string>(
  ctx: Ctx,
  scope: string,
  input: unknown,
  id: T,
  create: (claim: Part[]) => Promise<void>,
): Promise<T> {
  if (!ctx.idempotencyKey) {
    await create([]);
    return id;
  }
  const key = idempotencyKey(requirePerson(ctx).id, sha256(`${scope} ${ctx.idempotencyKey}`));
  const inputHash = sha256(JSON.stringify(input));
  const used = await getItem(ctx, key, { consistent: true });
  if (used) return madeBy(used, inputHash) as T;
  const claim = putNew(
    { ...key, id, inputHash, ttl: ttl(after(ctx.now(), day)) },
    (found) => new AlreadyMade(found ?? {}),
  );
  try {
    await create([claim]);
    return id;
  } catch (error) {
    if (error instanceof AlreadyMade) return madeBy(error.used, inputHash) as T;
    throw error;
  }
}

function madeBy(used: Record<string, unknown>, inputHash: string): string {
  if (used.inputHash !== inputHash) throw new AppError('idempotency_key_reused');
  return String(used.id);
}
