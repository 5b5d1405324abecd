/** Use cases of one's own sessions: seeing them, ending one, ending all others. */
import { auditPart } from '../audit/repo.ts';
import { type Item, sessionKey, sessionOf } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import type { PersonId } from '../shared/ids.ts';
import { hasCome } from '../shared/time.ts';
import { type MySession, type SignInWay, sessionIdLength } from './schema.ts';

type StoredSession = { sk: string; way?: SignInWay; createdAt: string; expiresAt: string };

/** Sessions deleted in one transaction. */
const mostParts = 100;

/** The sessions of the signed-in person that still hold, newest first; `token` is the one of this request. @throws not_signed_in */
export async function listMySessions(ctx: Ctx, token: string | undefined): Promise<MySession[]> {
  const found = await findSessions(ctx, requirePerson(ctx).id);
  const current = token && idOf(sha256(token));
  return found
    .filter(({ expiresAt }) => !hasCome(expiresAt, ctx.now()))
    .map(({ sk, way, createdAt, expiresAt }) => {
      const id = idOf(sessionOf(sk));
      return { id, way, signedInAt: createdAt, expiresAt, isCurrent: id === current };
    })
    .sort((one, other) => Date.parse(other.signedInAt) - Date.parse(one.signedInAt));
}

/**
 * Ends a session of the signed-in person, if it has not ended yet. Resolves to how many were ended.
 * @throws not_signed_in
 */
export async function endSession(ctx: Ctx, id: string): Promise<number> {
  return endSessions(ctx, requirePerson(ctx).id, (hash) => idOf(hash) === id);
}

/** Ends all sessions of the signed-in person but that of `token`. Resolves to how many. @throws not_signed_in */
export async function endOtherSessions(ctx: Ctx, token: string | undefined): Promise<number> {
  const current = token && sha256(token);
  return endSessions(ctx, requirePerson(ctx).id, (hash) => hash !== current);
}

/**
 * Ends every session of a person, and enters in the audit log that it was done. Resolves to how many. For administrators and the system.
 * @throws not_allowed
 */
export async function endAllSessions(ctx: Ctx, person: PersonId): Promise<number> {
  if (ctx.actor.kind !== 'system' && !hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  const ended = await endSessions(ctx, person, () => true);
  // After the sessions, as there may be more of them than one transaction holds; called again, it enters it again.
  await transact(ctx, [
    auditPart(ctx, { action: 'signed_out_everywhere', subject: person, facts: { sessions: ended } }),
  ]);
  return ended;
}

async function endSessions(ctx: Ctx, person: PersonId, isMeant: (hash: string) => boolean): Promise<number> {
  const hashes = (await findSessions(ctx, person)).map(({ sk }) => sessionOf(sk)).filter(isMeant);
  for (let from = 0; from < hashes.length; from += mostParts) {
    const some = hashes.slice(from, from + mostParts);
    await transact(
      ctx,
      some.map((hash) => ({ write: { Delete: { TableName: '', Key: sessionKey(person, hash) } } })),
    );
  }
  return hashes.length;
}

/** How many sessions of a person still hold. For administrators. @throws not_allowed */
export async function countSessions(ctx: Ctx, person: PersonId): Promise<number> {
  if (!hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  return (await findSessions(ctx, person)).filter(({ expiresAt }) => !hasCome(expiresAt, ctx.now())).length;
}

async function findSessions(ctx: Ctx, person: PersonId): Promise<StoredSession[]> {
  const { pk: partition, sk: prefix } = sessionKey(person, '');
  const list = { list: 'sessions', partition, prefix, order: 'ascending', limit: 100, consistent: true } as const;
  const found: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryPage(ctx, { ...list, cursor });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found as unknown as StoredSession[];
}

function idOf(hash: string): string {
  return hash.slice(0, sessionIdLength);
}
