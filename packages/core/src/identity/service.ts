/** Use cases of signing in: by a code sent to an e-mail address, or by an OpenID Connect subject. */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { codeKey } from '../db/keys.ts';
import { countUse } from '../db/limit.ts';
import { transact } from '../db/transact.ts';
import { putItem } from '../db/write.ts';
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
import { sha256 } from '../shared/hash.ts';
import { newId } from '../shared/ids.ts';
import { after, hour, iso, minute, ttl } from '../shared/time.ts';
import { networkOf } from './network.ts';
import { countTry } from './repo.ts';
import { codeLifetime } from './schema.ts';

/** Codes asked for by one network. */
export const codesAnHour = 60;

/** Codes sent: to one e-mail address, and from one network. */
const codesPerEmail = (email: string) => ({ name: `code#${sha256(email)}`, times: 5, windowMs: 15 * minute });
const codesPerAddress = (address: string) => ({
  name: `code-from#${sha256(networkOf(address))}`,
  times: codesAnHour,
  windowMs: hour,
});
const guessesPerAddress = (address: string) => ({
  name: `guess-from#${sha256(networkOf(address))}`,
  times: 300,
  windowMs: hour,
});

/**
 * Makes a code for an e-mail address; the caller sends it. The same is done whether the address has an account or not,
 * so nothing can be learnt from the answer or its time.
 * @throws too_many_requests
 */
export async function requestCode(ctx: Ctx, email: string, from: string): Promise<{ code: string; expiresAt: string }> {
  await countUse(ctx, codesPerAddress(from));
  await countUse(ctx, codesPerEmail(email));
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expires = after(ctx.now(), codeLifetime);
  const item = {
    ...codeKey(sha256(email)),
    codeHash: codeHash(email, code),
    tries: 0,
    expiresAt: iso(expires),
    ttl: ttl(expires),
  };
  await putItem(ctx, item);
  return { code, expiresAt: iso(expires) };
}

/**
 * Signs in with a code: the account is made with the first sign-in. A code works once.
 * @throws code_invalid, code_expired, code_tries_spent, too_many_requests
 */
export async function signInWithCode(
  ctx: Ctx,
  email: string,
  code: string,
  from: string,
  language: Language = 'vi',
): Promise<Session> {
  await countUse(ctx, guessesPerAddress(from));
  const stored = await countTry(ctx, email);
  if (!timingSafeEqual(Buffer.from(stored.codeHash), Buffer.from(codeHash(email, code))))
    throw new AppError('code_invalid');
  await spendCode(ctx, email, stored.codeHash);
  return openSessionFor(ctx, await accountOfEmail(ctx, email, language), 'code');
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

/** The account of an OpenID Connect identity, created when there is none; its assurance is raised when the provider gives a higher one. */
export async function accountOf(ctx: Ctx, identity: OidcIdentity, language: Language = 'vi'): Promise<StoredPerson> {
  const value = sha256(`${identity.issuer} ${identity.subject}`);
  const { name, assurance } = identity;
  const person =
    (await findByUnique(ctx, 'oidc', value)) ?? (await makePerson(ctx, 'oidc', value, { name, assurance, language }));
  if (assurance !== 'eid' || person.assurance === 'eid') return person;
  await transact(ctx, [raiseAssurancePart(person.id)]);
  return { ...person, assurance };
}

/** Deletes the code; of two sign-ins at once with the same code, one wins. */
async function spendCode(ctx: Ctx, email: string, hash: string): Promise<void> {
  const key = codeKey(sha256(email));
  const part = {
    write: {
      Delete: {
        TableName: '',
        Key: key,
        ConditionExpression: 'codeHash = :hash',
        ExpressionAttributeValues: { ':hash': hash },
      },
    },
    refused: () => new AppError('code_expired'),
  };
  await transact(ctx, [part]);
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

/** A name that says nothing about the person, until they choose one. */
function defaultName(id: string): string {
  return `Người Hà Nội ${id.slice(-4)}`;
}

function codeHash(email: string, code: string): string {
  return sha256(`${email} ${code}`);
}
