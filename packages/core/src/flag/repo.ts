/** The flags in the table: one item with those that were set, and an item for each change. */
import { getItem } from '../db/get.ts';
import { flagChangeKey, flagsKey } from '../db/keys.ts';
import { type Part, putNew } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import type { FlagName, Flags } from './schema.ts';

export type StoredFlags = { set: Partial<Flags>; version: number };

export type FlagChange = { name: FlagName; from: Flags[FlagName]; to: Flags[FlagName]; by: string };

/** What was set, so far. */
export async function findFlags(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<StoredFlags> {
  return ((await getItem(ctx, flagsKey, options)) as StoredFlags | undefined) ?? { set: {}, version: 0 };
}

/** Parts that set the flags, if nobody has since `version`, and keep who changed what. */
export function setFlagsParts(ctx: Ctx, { set, version }: StoredFlags, change: FlagChange): Part[] {
  const refused = () => new AppError('version_conflict');
  const put: Part =
    version === 0
      ? putNew({ ...flagsKey, set, version: 1 }, refused)
      : {
          write: {
            Put: {
              TableName: '',
              Item: { ...flagsKey, set, version: version + 1 },
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': version },
            },
          },
          refused,
        };
  return [put, putNew({ ...flagChangeKey(version + 1), ...change, at: iso(ctx.now()) })];
}
