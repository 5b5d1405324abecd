/**
 * How far a person is trusted, and how much one person may do in an hour. The times are stored in one item; a place is reserved by one
 * conditional update before anything else is written, so that of requests sent at once no more pass than may.
 */
import type { Paced } from '../api/limits.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { hour, second } from '../shared/time.ts';
import { findMerits, type Hour, rememberPlaces, replaceTimes, takePlace } from './repo.ts';
import { levelOf, placesOf } from './rules.ts';
import type { Level } from './schema.ts';

/** How far somebody is trusted, what that follows from, and how many decisions stand against them. */
export async function historyOf(
  ctx: Ctx,
  person: PersonId,
): Promise<{ level: Level; posts: number; decisions: number }> {
  const { posts, decisions, ...merits } = await findMerits(ctx, person);
  return { level: levelOf({ posts, decisions, ...merits }), posts, decisions };
}

/** Of those that find the hour full of old times at once, one takes them out and the others try again. */
const mostTries = 10;

/**
 * Takes one of the hour's places for the person. It stays taken when what follows is refused. The level is looked up only of those who have
 * used up what everybody has.
 * @throws not_signed_in, too_many_requests with the seconds to wait
 */
export async function takePace(ctx: Ctx, paced: Paced): Promise<void> {
  const { least, known } = placesOf(requirePerson(ctx), paced, ctx.now());
  let full = await takePlace(ctx, paced, least, { orRemembered: known > least });
  if (!full) return;
  const most = await placesFor(ctx, paced, full);
  // Then there may be room as it is.
  if (full.times.length < most) full = await takePlace(ctx, paced, most);
  for (let tries = 1; full; tries++) {
    const now = ctx.now().getTime();
    const recent = full.times.filter((time) => time > now - hour);
    // Also where nobody gets on: they send more at once than anybody could who thinks.
    // Of somebody limited since, more times may stand there than are free to them now.
    const free = recent.length < most ? now : recent.toSorted((one, other) => one - other).at(-most)! + hour;
    if (recent.length >= most || tries > mostTries)
      throw new AppError('too_many_requests', { data: { retryAfter: Math.max(1, Math.ceil((free - now) / second)) } });
    if (await replaceTimes(ctx, paced, full.times, [...recent, now])) return;
    full = await takePlace(ctx, paced, most);
  }
}

/** How many places the person has, by their level. It is remembered for a while, so that who is refused is not looked up each time. */
async function placesFor(ctx: Ctx, paced: Paced, { places, placesUntil = 0 }: Hour): Promise<number> {
  const actor = requirePerson(ctx);
  const { least, known } = placesOf(actor, paced, ctx.now());
  if (least === known) return least;
  if (places !== undefined && placesUntil > ctx.now().getTime()) return places;
  const { level } = await historyOf(ctx, actor.id);
  const found = level === 'new' ? least : known;
  await rememberPlaces(ctx, paced, found);
  return found;
}
