/** Use cases of signing in: by a code sent to an e-mail address, or by an OpenID Connect subject. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { addUse, assertUnused, countUse } from '../db/limit.ts';
import { transact } from '../db/transact.ts';
import {
  claimPart,
  findPerson,
  findPersonId,
  newPersonPart,
  raiseAssurancePart,
  type StoredPerson,
} from '../person/repo.ts';
import type { Language } from '../person/schema.ts';
import type { Session } from '../session/schema.ts';
import { openSessionFor } from '../session/token.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { defaultName } from '../shared/default-name.ts';
import { randomToken, sha256 } from '../shared/hash.ts';
import { newId } from '../shared/ids.ts';
import { mailboxOf } from '../shared/mailbox.ts';
import { after, iso } from '../shared/time.ts';
import { type Asker, codeLifetime, codesCompared, limitOfGuesses, limitsToMailbox } from './limits.ts';
import { countTry, listOpenCodes, type OpenCode, putCode, spendCode } from './repo.ts';
import { passNetwork } from './wait.ts';

/**
 * Makes a code for an e-mail address; the caller sends it. Codes sent before stay open. The same is done whether the address has
 * an account or not, so nothing can be learnt from the answer or its time. Answers `request`: a browser that sends it along
 * has tries of its own, and limits of its own when it asks again.
 * @throws too_many_requests, network_busy
 */
export async function requestCode(
  ctx: Ctx,
  email: string,
  asker: Asker,
): Promise<{ code: string; expiresAt: string; request: string }> {
  const mailbox = mailboxOf(email);
  await passNetwork(ctx, asker);
  for (const limit of limitsToMailbox(mailbox, asker)) await countUse(ctx, limit);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expires = after(ctx.now(), codeLifetime);
  const request = asker.request ?? randomToken(16);
  await putCode(ctx, mailbox, { codeHash: codeHash(mailbox, code), request, expires });
  return { code, expiresAt: iso(expires), request };
}

/**
 * Signs in with any open code of the mailbox: the account is made with the first sign-in. A code works once. What is compared
 * with nothing counts nowhere.
 * @throws code_invalid, code_expired, code_tries_spent, too_many_requests
 */
export async function signInWithCode(
  ctx: Ctx,
  { email, code }: { email: string; code: string },
  asker: Asker,
  language: Language = 'vi',
): Promise<Session> {
  const mailbox = mailboxOf(email);
  const open = await listOpenCodes(ctx, mailbox, asker.request);
  // No code at all looks like an expired one, so the answer does not reveal who asked for a code.
  if (open.length === 0) throw new AppError('code_expired');
  await assertUnused(ctx, limitOfGuesses(asker));
  const tried = await tryCodes(ctx, open);
  const given = Buffer.from(codeHash(mailbox, code));
  const [found] = tried.filter((one) => timingSafeEqual(Buffer.from(one.codeHash), given));
  if (!found) {
    await addUse(ctx, limitOfGuesses(asker));
    throw new AppError('code_invalid');
  }
  await spendCode(ctx, found);
  return openSessionFor(ctx, await accountOfEmail(ctx, email, language), 'code');
}

/**
 * The codes that a guess is compared with, each with one try less: the browser's own, and the newest of others, as somebody may
 * ask on one device and type what came on another.
 * @throws code_tries_spent when the browser has spent those of its own codes, or all others those of the rest; code_expired when
 *   somebody has signed in with them meanwhile
 */
async function tryCodes(ctx: Ctx, open: readonly OpenCode[]): Promise<OpenCode[]> {
  const own = await countTries(
    ctx,
    open.filter(({ isOwn }) => isOwn),
  );
  if (own.areSpent) throw new AppError('code_tries_spent');
  const others = await countTries(
    ctx,
    open.filter(({ isOwn }) => !isOwn),
  );
  const tried = [...own.tried, ...others.tried];
  if (tried.length === 0) throw new AppError(others.areSpent ? 'code_tries_spent' : 'code_expired');
  return tried;
}

/** Counts a try of the newest of the codes: those that had one left, and whether none had. */
async function countTries(ctx: Ctx, codes: readonly OpenCode[]): Promise<{ tried: OpenCode[]; areSpent: boolean }> {
  const newest = codes.slice(0, codesCompared);
  const outcomes = await Promise.all(newest.map((code) => countTry(ctx, code)));
  const tried = newest.filter((_, index) => outcomes[index] === 'counted');
  return { tried, areSpent: tried.length === 0 && outcomes.includes('spent') };
}

/**
 * The account of an e-mail address, created when there is none. Only for callers that know that the person reads this
 * mail, and for operators who name somebody before their first sign-in.
 */
export async function accountOfEmail(ctx: Ctx, email: string, language: Language = 'vi'): Promise<StoredPerson> {
  return (await findByUnique(ctx, 'email', email)) ?? (await makePerson(ctx, 'email', email, { email, language }));
}

export type OidcIdentity = { issuer: string; subject: string; name?: string; assurance: 'email' | 'eid' };

/** Signs in the person that the OpenID Connect provider has identified. */
export async function signInWithOidc(ctx: Ctx, identity: OidcIdentity, language: Language = 'vi'): Promise<Session> {
  return openSessionFor(ctx, await accountOf(ctx, identity, language), 'oidc');
}

/** The account of an OpenID Connect identity; undefined when there is none. */
export async function findAccount(
  ctx: Ctx,
  { issuer, subject }: Pick<OidcIdentity, 'issuer' | 'subject'>,
): Promise<StoredPerson | undefined> {
  return findByUnique(ctx, 'oidc', sha256(`${issuer} ${subject}`));
}

/** The account of an OpenID Connect identity, created when there is none; its assurance is raised when the provider gives a higher one. */
export async function accountOf(ctx: Ctx, identity: OidcIdentity, language: Language = 'vi'): Promise<StoredPerson> {
  const { issuer, subject, name, assurance } = identity;
  const value = sha256(`${issuer} ${subject}`);
  const person =
    (await findAccount(ctx, identity)) ?? (await makePerson(ctx, 'oidc', value, { name, assurance, language }));
  if (assurance !== 'eid' || person.assurance === 'eid') return person;
  await transact(ctx, [raiseAssurancePart(person.id)]);
  return { ...person, assurance };
}

async function findByUnique(ctx: Ctx, kind: 'email' | 'oidc', value: string): Promise<StoredPerson | undefined> {
  const id = await findPersonId(ctx, kind, value);
  return id && findPerson(ctx, id);
}

/** Thrown and caught in this file: another request created the account at the same moment, and that account is used. */
class AlreadyClaimed extends Error {}

async function makePerson(
  ctx: Ctx,
  kind: 'email' | 'oidc',
  value: string,
  known: Partial<StoredPerson>,
): Promise<StoredPerson> {
  const id = newId('person', ctx);
  const person: StoredPerson = {
    id,
    name: known.name?.trim() || defaultName(id),
    email: known.email ?? null,
    language: known.language ?? 'vi',
    ward: null,
    roles: [],
    memberships: [],
    assurance: known.assurance ?? 'email',
    version: 1,
    createdAt: iso(ctx.now()),
  };
  try {
    await transact(ctx, [newPersonPart(person), claimPart(kind, value, id, () => new AlreadyClaimed())]);
    return person;
  } catch (error) {
    if (!(error instanceof AlreadyClaimed)) throw error;
    return (await findByUnique(ctx, kind, value))!;
  }
}

function codeHash(mailbox: string, code: string): string {
  return sha256(`${mailbox} ${code}`);
}
