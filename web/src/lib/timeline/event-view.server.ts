/** An event as the timeline shows it. */

import type { TimelineEvent } from '@hanoi/core/event/schema';
import type { Language } from '@hanoi/core/person/schema';
import { specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { eventSentence } from '@hanoi/i18n/timeline';
import { signatureOf } from '$lib/subject/signature';

export type EventView = {
  id: string;
  at: string;
  sentence: string;
  /** The subject it is about, on the timeline of the one it answers. */
  answer: { path: string; title: string } | null;
  reason: string | null;
};

/** `event` in words. */
export function eventView(event: TimelineEvent, language: Language): EventView {
  const { id, at, actor, organisation, data } = event;
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const fields = Array.isArray(data.fields) ? data.fields : [];
  const kind = subjectKinds.find((one) => text(one) !== null);
  const title = text('title');
  return {
    id,
    at,
    sentence: eventSentence(language, event, actor && signatureOf(actor, organisation), fields),
    // What moderators hid has no title for readers, and no link.
    answer: kind && title ? { path: `/${specOf(kind).path}/${text(kind)}`, title } : null,
    reason: text('reason'),
  };
}
