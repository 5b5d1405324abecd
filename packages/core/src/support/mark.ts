/**
 * The mark of the network that a vote comes from: a keyed hash, whose secret lives a week. An address is never kept. How long marks are:
 * `evidence/repo.ts`.
 */
import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { getItem } from '../db/get.ts';
import { markSecretKey } from '../db/keys.ts';
import { putNew, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { randomToken } from '../shared/hash.ts';
import { isPublicAddress, networkOf } from '../shared/network.ts';
import { originSecret } from '../shared/origin-secret.ts';
import { day, ttl } from '../shared/time.ts';

/** Marks are alike only within a period; with its end the secret goes, and nobody can tell whose network a mark was. */
const period = 7 * day;
/** A network as carriers and offices hold it, so that one who changes addresses within it stays one. */
const wide = { v4: 24, v6: 48 } as const;

const secrets = new LRUCache<string, string>({ max: 8 });

/** The mark of the network that an address is in, for now; undefined for one that says nothing, such as that of a proxy. */
export async function markOf(ctx: Ctx, address: string): Promise<string | undefined> {
  if (!isPublicAddress(address)) return undefined;
  const secret = await secretAt(ctx, Math.floor(ctx.now().getTime() / period));
  return createHmac('sha256', secret).update(networkOf(address, wide)).digest('base64url').slice(0, 12);
}

/** Thrown and caught in this file: another process was faster. */
class SecretThere extends Error {}

/** The secret of a period, made by whoever needs it first. */
async function secretAt(ctx: Ctx, number: number): Promise<string> {
  const name = `${ctx.db.table} ${number}`;
  const known = secrets.get(name);
  if (known) return known;
  const key = markSecretKey(number);
  if (!(await getItem(ctx, key, { consistent: true }))) {
    const made = { ...key, secret: randomToken(32), ttl: ttl(new Date((number + 1) * period)) };
    await transact(ctx, [putNew(made, () => new SecretThere())]).catch((error) => {
      if (!(error instanceof SecretThere)) throw error;
    });
  }
  const stored = await getItem(ctx, key, { consistent: true });
  // Backups keep the table's part for longer. That of the deployment is in none, so a backup alone tells no network.
  const secret = `${stored?.secret}${originSecret() ?? ''}`;
  secrets.set(name, secret);
  return secret;
}
