/**
 * `Idempotency-Key`: the key is stored in the transaction that creates, so a repeated request finds what the first one
 * made, whatever happened to its answer.
 */
import { getItem } from '../db/get.ts';
import { idempotencyKey } from '../db/keys.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from './context.ts';
import { requirePerson } from './context.ts';
import { sha256 } from './hash.ts';
import { after, day, ttl } from './time.ts';

/** Thrown inside, and caught here: the key has been used. */
class AlreadyMade extends Error {
  readonly id: string;
  constructor(id: string) {
    super('already made');
    this.id = id;
  }
}

/**
 * Runs `create` with the part that claims the request's key for `id`; when the key was used before, returns the id it
 * made then. `scope` keeps keys of different endpoints apart.
 */
export async function once<T extends string>(
  ctx: Ctx,
  scope: string,
  id: T,
  create: (claim: Part[]) => Promise<void>,
): Promise<T> {
  if (!ctx.idempotencyKey) {
    await create([]);
    return id;
  }
  const key = idempotencyKey(requirePerson(ctx).id, sha256(`${scope} ${ctx.idempotencyKey}`));
  const used = await getItem(ctx, key, { consistent: true });
  if (used) return used.id as T;
  const claim = putNew({ ...key, id, ttl: ttl(after(ctx.now(), day)) }, (found) => new AlreadyMade(String(found?.id)));
  try {
    await create([claim]);
    return id;
  } catch (error) {
    if (error instanceof AlreadyMade) return error.id as T;
    throw error;
  }
}
