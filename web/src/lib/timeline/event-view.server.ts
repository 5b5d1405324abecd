/** An event as the timeline shows it. */

import { type TimelineEvent, type VotesEvent, votesEvents } from '@hanoi/core/event/schema';
import type { Language } from '@hanoi/core/person/schema';
import { reportReasons } from '@hanoi/core/report/schema';
import { specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import * as report from '@hanoi/i18n/report';
import { eventSentence, votesSentence } from '@hanoi/i18n/timeline';
import { signatureOf } from '$lib/subject/signature';

export type EventView = {
  id: string;
  at: string;
  sentence: string;
  /** The subject it is about, on the timeline of the one it answers. */
  answer: { path: string; title: string } | null;
  reason: string | null;
  /** The reason is a word of ours, in the reader's language; else somebody wrote it. */
  isOurs?: true;
};

/** `event` in words. */
export function eventView(event: TimelineEvent, language: Language): EventView {
  const { id, at, type, moderators, actor, organisation, data } = event;
  if (isVotesEvent(type)) return { id, at, answer: null, ...votesView(type, data, language) };
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const fields = Array.isArray(data.fields) ? data.fields : [];
  const kind = subjectKinds.find((one) => text(one) !== null);
  const title = text('title');
  return {
    id,
    at,
    sentence: eventSentence(language, { type, moderators }, actor && signatureOf(actor, organisation), fields),
    // What moderators hid has no title for readers, and no link.
    answer: kind && title ? { path: `/${specOf(kind).path}/${text(kind)}`, title } : null,
    reason: text('reason'),
  };
}

const isVotesEvent = (type: string): type is VotesEvent => votesEvents.some((one) => one === type);

/** How many votes were set aside, or counted again, and the kind of the reason. */
function votesView(type: VotesEvent, data: TimelineEvent['data'], language: Language) {
  const why = reportReasons.find((reason) => reason === data.setAsideFor);
  return {
    sentence: votesSentence(language, type, Number(data.votes)),
    reason: why ? report[language].reasons[why].name : null,
    isOurs: true as const,
  };
}
