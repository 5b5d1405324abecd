/** An event as the timeline shows it. */
import type { Language } from '@hanoi/core/person/schema';
import type { TimelineEvent } from '@hanoi/core/timeline/schema';
import { eventSentence } from '@hanoi/i18n/timeline';

export type EventView = {
  id: string;
  at: string;
  sentence: string;
  /** The solution it is about, on the timeline of its challenge. */
  solution: { id: string; title: string } | null;
  reason: string | null;
};

/** `event` in words. */
export function eventView({ id, type, at, actor, data }: TimelineEvent, language: Language): EventView {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const fields = Array.isArray(data.fields) ? data.fields : [];
  const solution = text('solution');
  return {
    id,
    at,
    sentence: eventSentence(language, type, actor?.name ?? null, fields),
    solution: solution ? { id: solution, title: text('title') ?? solution } : null,
    reason: text('reason'),
  };
}
