/**
 * Patience as the proof that is asked of a busy network before it is refused: whoever comes after many others is told how long
 * to wait, and passes when the same browser comes back after that. It works without JavaScript and asks no third party.
 */
import { getItem } from '../db/get.ts';
import { limitKey } from '../db/keys.ts';
import { addUse, tooMany } from '../db/limit.ts';
import { putItem, takeItem } from '../db/write.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import { after, hasCome, hour, iso, second, ttl } from '../shared/time.ts';
import { type Asker, limitOfNetwork, waitAfter } from './limits.ts';

/**
 * Lets a request for a code pass by the limit of its network. Who gives no `request` can't be known again, and is refused where
 * others wait.
 * @throws network_busy with the seconds to wait, too_many_requests
 */
export async function passNetwork(ctx: Ctx, asker: Asker): Promise<void> {
  const limit = limitOfNetwork(asker);
  const { used, retryAfter } = await addUse(ctx, limit);
  const wait = waitAfter(used);
  if (wait === 0) return;
  if (used > limit.times || !asker.request) throw tooMany(retryAfter);
  const key = limitKey(`wait#${sha256(asker.request)}`, limit.name);
  const now = ctx.now();
  const place = await getItem(ctx, key, { consistent: true });
  const isOver = place && hasCome(String(place.readyAt), now);
  // Only one of two requests takes it.
  if (isOver && (await takeItem(ctx, key))) return;
  const readyAt = place && !isOver ? new Date(String(place.readyAt)) : after(now, wait);
  if (!place || isOver) await putItem(ctx, { ...key, readyAt: iso(readyAt), ttl: ttl(after(readyAt, hour)) });
  const left = Math.ceil((readyAt.getTime() - now.getTime()) / second);
  throw new AppError('network_busy', { data: { retryAfter: left } });
}
