/** The one write of projections: sets values derived from a newer version, and never overwrites those of a later one. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Ctx } from '../shared/context.ts';
import { changedKey, type Key } from './keys.ts';
import { type Condition, setInput } from './set-input.ts';

export type Newer = {
  key: Key;
  /** What is set; a path such as `author.name` sets one field of a map. */
  fields: Record<string, unknown>;
  /** The attribute that says which version the values come from, and the version of these. */
  version: [attribute: string, number];
  /** What must also hold for the item. */
  condition: Condition;
  /** The id of a public item: it moves to the time of this change in the index of changes. */
  changed?: string;
  /** The request that caused the change; that of the context when left out. */
  requestId?: string;
};

/** Sets `fields`, unless the item has this version or a later one, or does not meet the condition: then nothing is left to do. */
export async function setNewer(ctx: Ctx, newer: Newer): Promise<void> {
  const { key, fields, condition, changed, requestId = ctx.requestId } = newer;
  const [attribute, version] = newer.version;
  const set = { ...fields, [attribute]: version, requestId, ...(changed && changedKey(changed, new Date())) };
  const guard = {
    expression: `${condition.expression} AND (attribute_not_exists(#version) OR #version < :version)`,
    names: { ...condition.names, '#version': attribute },
    values: { ...condition.values, ':version': version },
  };
  try {
    await ctx.db.client.send(new UpdateCommand({ TableName: ctx.db.table, ...setInput(key, set, guard) }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
