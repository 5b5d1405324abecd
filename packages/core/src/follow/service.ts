/** Use cases of following: begin and end, each harmless when repeated. */
import { requireCard } from '../card/service.ts';
import { byPartition, followKey } from '../db/keys.ts';
import { putItem, takeItem } from '../db/write.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';

/** Follows a subject. @throws not_signed_in, its kind's `…_not_found` */
export async function follow(ctx: Ctx, subject: SubjectId): Promise<{ following: true }> {
  const person = requirePerson(ctx).id;
  await requireCard(ctx, subject);
  const at = iso(ctx.now());
  const item = {
    ...followKey(subject, person),
    gsi1pk: byPartition(person, 'follow'),
    gsi1sk: `${at}#${subject}`,
    subject,
    createdAt: at,
  };
  await putItem(ctx, item);
  return { following: true };
}

/** Stops following. @throws not_signed_in, its kind's `…_not_found` */
export async function unfollow(ctx: Ctx, subject: SubjectId): Promise<{ following: false }> {
  const person = requirePerson(ctx).id;
  await requireCard(ctx, subject);
  await takeItem(ctx, followKey(subject, person));
  return { following: false };
}
