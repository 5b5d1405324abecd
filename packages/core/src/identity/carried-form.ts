/**
 * A form sent by somebody who is not signed in yet, kept while they sign in at their identity provider: browsers forget it on the way.
 * Only who has its key reads it; the pages give the key to the browser that sent it, and to nobody else.
 */
import { getItem } from '../db/get.ts';
import { carriedFormKey, type Item } from '../db/keys.ts';
import { countUse } from '../db/limit.ts';
import { putItem } from '../db/write.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { randomToken, sha256 } from '../shared/hash.ts';
import { after, hasCome, iso, ttl } from '../shared/time.ts';
import { type Asker, carriedFormLifetime, limitOfCarriedForms } from './limits.ts';

/** Keeps a form, as the pages write it down. Resolves to the key that reads it. @throws too_many_requests */
export async function carryForm(ctx: Ctx, form: string, asker: Asker): Promise<{ key: string; expiresAt: string }> {
  await countUse(ctx, limitOfCarriedForms(asker));
  const key = randomToken(32);
  const expires = after(ctx.now(), carriedFormLifetime);
  const expiresAt = iso(expires);
  await putItem(ctx, { ...carriedFormKey(sha256(key)), form, expiresAt, ttl: ttl(expires) });
  return { key, expiresAt };
}

/** The form kept under `key`. @throws not_found when there is none, or no longer */
export async function getCarriedForm(ctx: Ctx, key: string): Promise<{ form: string }> {
  const kept = (await getItem(ctx, carriedFormKey(sha256(key)), { consistent: true })) as
    | (Item & { form: string; expiresAt: string })
    | undefined;
  if (!kept || hasCome(kept.expiresAt, ctx.now())) throw new AppError('not_found');
  return { form: kept.form };
}
