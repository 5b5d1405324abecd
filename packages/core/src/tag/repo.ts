/** Tags in the table: one item with all former names, and an item for each change. */
import { auditPart } from '../audit/repo.ts';
import { getItem } from '../db/get.ts';
import { tagChangeKey, tagsKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import type { Aliases } from './rules.ts';

export type StoredAliases = { aliases: Aliases; version: number };
export type TagChange = { from: string; into: string; by: string; reason: string; at: string };

export async function findAliases(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<StoredAliases> {
  return ((await getItem(ctx, tagsKey, options)) as StoredAliases | undefined) ?? { aliases: {}, version: 0 };
}

/** Parts that set the former names, if nobody has since `version`, and keep who changed what. The audit log holds no tag: it is a text. */
export function setAliasesParts(ctx: Ctx, { aliases, version }: StoredAliases, change: Omit<TagChange, 'at'>): Part[] {
  const next = version + 1;
  const item = { ...tagsKey, aliases, version: next };
  const refused = () => new AppError('version_conflict');
  const put: Part =
    version === 0
      ? putNew(item, refused)
      : {
          write: {
            Put: {
              TableName: '',
              Item: item,
              ConditionExpression: 'version = :version',
              ExpressionAttributeValues: { ':version': version },
            },
          },
          refused,
        };
  return [
    put,
    putNew({ ...tagChangeKey(next), ...change, at: iso(ctx.now()) }),
    auditPart(ctx, { action: 'tag_renamed', subject: `tags:${next}` }),
  ];
}

/** The latest changes, newest first. */
export async function listTagChanges(ctx: Ctx, limit: number): Promise<TagChange[]> {
  const { pk: partition } = tagChangeKey(1);
  const query = { list: 'tag changes', partition, prefix: 'CHANGE#', order: 'descending', limit } as const;
  return (await queryPage(ctx, { ...query, consistent: true })).items as unknown as TagChange[];
}
