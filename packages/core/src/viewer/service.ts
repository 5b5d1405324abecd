/** What the reader did with a subject, without the subject itself. */
import { getItems } from '../db/get.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { voteAndFollow } from './repo.ts';
import { isCast } from './rules.ts';

/**
 * Whether the person supports and follows a subject: one BatchGet, read strongly, as people must see their own vote. The card
 * is not read, so that a burst of page views doesn't load its partition. So the answer says nothing about the subject: both
 * values are false for somebody else's draft and for an id that does not exist.
 * @throws not_signed_in
 */
export async function getViewer(ctx: Ctx, subject: SubjectId): Promise<{ supported: boolean; following: boolean }> {
  const keys = voteAndFollow(subject, requirePerson(ctx).id);
  const [vote, follow] = await getItems(ctx, keys, { consistent: true });
  return { supported: isCast(vote), following: follow !== undefined };
}
