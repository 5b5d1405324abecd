/**
 * Session tokens: opaque, 256 random bits, stored only as a hash. The token begins with the person's id, so that session
 * and person are read in one call.
 */
import { getItems } from '../db/get.ts';
import { type Key, personKey, sessionKey } from '../db/keys.ts';
import { putItem, takeItem } from '../db/write.ts';
import { actorOf, meOf, type StoredPerson } from '../person/repo.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { randomToken, sha256 } from '../shared/hash.ts';
import type { PersonId } from '../shared/ids.ts';
import { after, hasCome, iso, ttl } from '../shared/time.ts';
import type { SignInWay } from './schema.ts';
import { type Session, sessionLifetime } from './schema.ts';

const tokenPattern = /^(per_[0-7][0-9A-HJKMNP-TV-Z]{25})\.[\w-]{43}$/;

/** Opens a session for a person. */
export async function openSessionFor(ctx: Ctx, person: StoredPerson, way: SignInWay): Promise<Session> {
  const token = `${person.id}.${randomToken(32)}`;
  const expires = after(ctx.now(), sessionLifetime);
  const item = {
    ...sessionKey(person.id, sha256(token)),
    way,
    createdAt: iso(ctx.now()),
    expiresAt: iso(expires),
    ttl: ttl(expires),
  };
  await putItem(ctx, item);
  return { token, expiresAt: iso(expires), person: meOf(person) };
}

/**
 * The person whose session `token` opens; undefined when it is forged, closed or expired. One BatchGet, which also reads the
 * item at `ahead` and keeps it as `ctx.readAhead`.
 */
export async function actorOfToken(
  ctx: Omit<Ctx, 'actor'>,
  token: string,
  ahead?: Key,
): Promise<PersonActor | undefined> {
  const id = token.match(tokenPattern)?.[1] as PersonId | undefined;
  if (!id) return undefined;
  const keys = [sessionKey(id, sha256(token)), personKey(id), ...(ahead ? [ahead] : [])];
  const [session, person, item] = await getItems(ctx as Ctx, keys, { consistent: true });
  if (ahead) ctx.readAhead = { key: ahead, item };
  if (!session || !person || hasCome(String(session.expiresAt), ctx.now())) return undefined;
  return actorOf(person as unknown as StoredPerson);
}

/** Closes the session of `token`. */
export async function closeSession(ctx: Ctx, token: string): Promise<void> {
  const id = token.match(tokenPattern)?.[1] as PersonId | undefined;
  if (!id) return;
  await takeItem(ctx, sessionKey(id, sha256(token)));
}
