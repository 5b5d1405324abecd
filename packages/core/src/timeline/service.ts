/** Use cases of timelines. */

import { requireCard } from '../card/service.ts';
import { listEvents } from '../event/repo.ts';
import type { TimelineEvent } from '../event/schema.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';

/** What happened to a subject, newest first. @throws its kind's `…_not_found`, invalid_cursor */
export async function listTimeline(
  ctx: Ctx,
  subject: SubjectId,
  query: { limit: number; cursor?: string },
): Promise<Page<TimelineEvent>> {
  await requireCard(ctx, subject);
  return listEvents(ctx, subject, query);
}
