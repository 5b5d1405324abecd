/** Changes of flags in the table: an item for each. */
import { auditPart } from '../audit/repo.ts';
import { flagChangeKey, flagsKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import type { StoredFlags } from './repo.ts';
import type { FlagName, Flags } from './schema.ts';

export type FlagChange = {
  name: FlagName;
  from: Flags[FlagName];
  to: Flags[FlagName];
  by: string;
  reason?: string;
};

/** A change as it was made. */
export type MadeChange = FlagChange & { at: string };

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
  return [
    put,
    putNew({ ...flagChangeKey(version + 1), ...change, at: iso(ctx.now()) }),
    auditPart(ctx, { action: 'flag_set', subject: `flag:${change.name}`, facts: { to: codeOf(change.to) } }),
  ];
}

/** A value as the audit log tells it: what a banner says stays with the change. */
function codeOf(value: Flags[FlagName]): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.join(',') || 'off';
  return value ? 'set' : 'off';
}

/** The latest changes, newest first. */
export async function listFlagChanges(ctx: Ctx, limit: number): Promise<MadeChange[]> {
  const { pk: partition } = flagChangeKey(1);
  const query = { list: 'flag changes', partition, prefix: 'CHANGE#', order: 'descending', limit } as const;
  return (await queryPage(ctx, { ...query, consistent: true })).items as unknown as MadeChange[];
}
