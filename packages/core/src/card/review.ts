/** Whether a post or comment waits for moderators before it becomes public: a switch, off unless an operator sets it. */
import { byPartition, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { getFlags } from '../flag/in-force.ts';
import { type Ctx, hasRole } from '../shared/context.ts';
import { subjectKinds } from '../subject/kinds.ts';
import type { Card } from './schema.ts';

/** So many of somebody's latest posts of each kind are looked at. */
const lookedAt = 10;

/**
 * Whether what the actor is about to publish waits: where the flag `review` is on, until something of theirs is public. What
 * is published in the name of an organisation never does, as those are known.
 */
export async function isHeld(ctx: Ctx, { organisation }: Pick<Card, 'organisation'>): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || organisation || hasRole(actor, 'moderator', 'administrator')) return false;
  if (!(await getFlags(ctx)).review) return false;
  const latest = await Promise.all(
    [...subjectKinds, 'comment' as const].map((kind) => {
      const partition = byPartition(actor.id, kind);
      const list = { list: partition, index: 'gsi1', partition, order: 'descending' } as const;
      return queryPage(ctx, { ...list, limit: lookedAt, fields: ['publishedAt', 'status', 'rootId'] });
    }),
  );
  // Of comments, those that are to be read.
  const isPublished = ({ publishedAt, status, rootId }: Item) => (rootId ? status === 'visible' : publishedAt);
  return !latest.some(({ items }) => items.some(isPublished));
}
