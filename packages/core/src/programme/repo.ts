/** Programmes in the table: an item for each that differs from what a site begins with, and one for each change. */
import { actorName, auditPart } from '../audit/repo.ts';
import { programmeChangeKey, programmeKey, programmesPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { withOfficial } from './rules.ts';
import { mostProgrammes, type Programme, type ProgrammeChanges } from './schema.ts';

/** All programmes, retired ones too, in their order: one query, whatever there is. */
export async function readProgrammes(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<Programme[]> {
  const list = { list: 'programmes', partition: programmesPartition, prefix: 'CODE#', order: 'ascending' } as const;
  const { items } = await queryPage(ctx, { ...list, limit: mostProgrammes, ...options });
  return withOfficial(items as unknown as Programme[]);
}

/** A change as stored. */
export type StoredChange = Omit<ProgrammeChanges['changes'][number], 'who'>;

/** The latest changes, newest first. */
export async function listProgrammeChanges(ctx: Ctx, limit: number): Promise<StoredChange[]> {
  const list = { list: 'programme changes', partition: programmesPartition, prefix: 'CHANGE#' } as const;
  const { items } = await queryPage(ctx, { ...list, order: 'descending', limit, consistent: true });
  return items as unknown as StoredChange[];
}

type Told = Pick<StoredChange, 'move' | 'before' | 'after' | 'reason'>;

/** Parts that make a programme; refused when its code is taken. */
export function newProgrammeParts(ctx: Ctx, programme: Programme, reason: string): Part[] {
  const put = putNew({ ...programmeKey(programme.code), ...programme }, () => new AppError('programme_exists'));
  return [put, ...toldParts(ctx, programme, { move: 'created', before: {}, after: {}, reason })];
}

/** Parts that store a programme as it became, if nobody has changed it since the version it was read in; and who did, and why. */
export function changedProgrammeParts(ctx: Ctx, before: Programme, after: Programme, told: Told): Part[] {
  const item = { ...programmeKey(after.code), ...after, version: before.version + 1 };
  const refused = (found: { version?: unknown } | undefined) => versionConflict(found?.version);
  // One of the list that a site begins with has no item yet.
  if (before.version === 0) return [putNew(item, refused), ...toldParts(ctx, item, told)];
  const condition = { ConditionExpression: 'version = :version' };
  const values = { ExpressionAttributeValues: { ':version': before.version } };
  const put: Part = { write: { Put: { TableName: '', Item: item, ...condition, ...values } }, refused };
  return [put, ...toldParts(ctx, item, told)];
}

/** The audit log holds no name: what was changed is told by the names of the fields. */
function toldParts(ctx: Ctx, { code, version }: Pick<Programme, 'code' | 'version'>, told: Told): Part[] {
  const change: StoredChange = { code, ...told, by: actorName(ctx), at: iso(ctx.now()) };
  const fields = Object.keys(told.after).join(',') || undefined;
  return [
    putNew({ ...programmeChangeKey(newId('event', ctx)), ...change }),
    auditPart(ctx, { action: `programme_${told.move}`, subject: `programme:${code}`, facts: { version, fields } }),
  ];
}
