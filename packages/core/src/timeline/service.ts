/** Use cases of timelines. */

import { findCards } from '../card/repo.ts';
import { maySee } from '../card/rules.ts';
import type { Card, ModeratedFields } from '../card/schema.ts';
import { requireCard } from '../card/service.ts';
import { listEvents } from '../event/repo.ts';
import type { TimelineEvent } from '../event/schema.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { mark } from '../shared/mark.ts';
import type { Page } from '../shared/page.ts';
import { subjectKinds } from '../subject/kinds.ts';

/** What happened to a subject, newest first. @throws its kind's `…_not_found`, invalid_cursor */
export async function listTimeline(
  ctx: Ctx,
  subject: SubjectId,
  query: { limit: number; cursor?: string },
): Promise<Page<TimelineEvent>> {
  const card = await requireCard(ctx, subject);
  const page = await listEvents(ctx, subject, query);
  const items = page.items.map((event) => unnamed(card, event));
  return { ...page, items: await withTitles(ctx, card, items) };
}

/**
 * An event without the moderator. Until 29 November 2026 those who closed or reopened what was not theirs were named: who is neither the
 * author nor spoke for the organisation that made it was a moderator.
 */
function unnamed({ author, organisation: madeBy }: Card, event: TimelineEvent): TimelineEvent {
  const { type, actor, organisation } = event;
  if (!actor) return event;
  const mayBeForOrganisation = madeBy !== null && organisation !== null;
  const closedByOther = type === 'challenge_closed' && actor.id !== author.id && !mayBeForOrganisation;
  return type === 'challenge_reopened' || closedByOther ? { ...event, actor: null, moderators: true } : event;
}

/**
 * Events are told with the titles of their time, but for those that moderators took something out of, or hid: what is gone
 * for readers is gone here too. The answers are looked at only where moderators have done something to one of them.
 */
async function withTitles(
  ctx: Ctx,
  card: Card & ModeratedFields,
  events: readonly TimelineEvent[],
): Promise<TimelineEvent[]> {
  const ids = card.answersModerated ? [...new Set(events.flatMap((event) => answerIn(event) ?? []))] : [];
  const answers = new Map((await findCards(ctx, ids)).map((answer) => [answer.id, answer]));
  return events.map((event) => {
    if (event.data.title === undefined) return event;
    const id = answerIn(event);
    if (id !== undefined && !card.answersModerated) return event;
    const title = titleNow(ctx, card, id === undefined ? card : answers.get(id));
    return title === undefined ? event : { ...event, data: { ...event.data, title } };
  });
}

/** The subject below, whose move an event tells. */
function answerIn({ data }: TimelineEvent): SubjectId | undefined {
  return subjectKinds.map((kind) => data[kind] as SubjectId | undefined).find((id) => id !== undefined);
}

/** The title that takes the place of a former one; undefined where that one may stand. */
function titleNow(ctx: Ctx, parent: Card, card: Card | undefined): string | undefined {
  if (!card || !maySee(ctx.actor, card, card === parent ? undefined : parent)) return '';
  return card.title.includes(mark) ? card.title : undefined;
}
