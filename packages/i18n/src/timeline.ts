/** What happened, in words. A sentence without its actor is the system's, or that of moderators, who are never named. */

import type { EditedField, EventType, VotesEvent } from '@hanoi/core/event/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { Sentence } from './kind-words.ts';
import { ofKinds } from './kinds.ts';
import { formatNumber } from './language.ts';

export const vi = {
  title: 'Dòng thời gian',
  older: 'Xem các mốc trước',
  newest: 'Về mới nhất',
  system: 'Hệ thống',
  moderators: 'Người kiểm duyệt',
  reason: (reason: string) => `Lý do: ${reason}`,
  votes: {
    votes_set_aside: (votes: string) => `Người kiểm duyệt đã xem lại các lượt ủng hộ; ${votes} lượt không được tính`,
    votes_counted_again: (votes: string) => `${votes} lượt ủng hộ từng không được tính nay được tính lại`,
  } as Record<VotesEvent, (votes: string) => string>,
};

export const en: typeof vi = {
  title: 'Timeline',
  older: 'Earlier events',
  newest: 'Back to the newest',
  system: 'The system',
  moderators: 'Moderators',
  reason: (reason) => `Reason: ${reason}`,
  votes: {
    votes_set_aside: (votes) =>
      `Moderators looked at the supports again; ${votes} ${votes === '1' ? 'is' : 'are'} not counted`,
    votes_counted_again: (votes) =>
      `${votes} ${votes === '1' ? 'support' : 'supports'} that had been set aside count again`,
  },
};

type Fields = readonly string[];

const fieldNames: Record<Language, Record<EditedField, string>> = {
  vi: {
    title: 'tiêu đề',
    summary: 'tóm tắt',
    body: 'nội dung',
    programme: 'chương trình',
    tags: 'từ khóa',
    ward: 'địa điểm',
    point: 'địa điểm',
    images: 'hình ảnh',
    closesAt: 'ngày kết thúc',
  },
  en: {
    title: 'title',
    summary: 'summary',
    body: 'text',
    programme: 'programme',
    tags: 'tags',
    ward: 'place',
    point: 'place',
    images: 'images',
    closesAt: 'closing date',
  },
};
/** For a field without a word: of an event that another version of the program wrote. */
const otherField: Record<Language, string> = { vi: 'thông tin khác', en: 'details' };
const lists = {
  vi: new Intl.ListFormat('vi', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

function named(language: Language, fields: Fields): string {
  const known = fieldNames[language];
  const names = fields.map((field) =>
    Object.hasOwn(known, field) ? known[field as EditedField] : otherField[language],
  );
  return lists[language].format(new Set(names));
}

/** Events of the kinds; those about votes are the same for all. */
type KindEvent = Exclude<EventType, VotesEvent>;

const sentencesIn = (language: Language) => {
  const events = Object.values(ofKinds(language, (words) => words.events));
  return Object.assign({}, ...events) as Record<KindEvent, Sentence>;
};
const sentences: Record<Language, Record<KindEvent, Sentence>> = { vi: sentencesIn('vi'), en: sentencesIn('en') };

/** What the system never does: where nobody is named, moderators did it, also in events from before these said so. */
const onlyModerators = /_(hidden|restored|edited|merged|unmerged)$/;

/** One event as a sentence: `actor` is a name, or null for the system and moderators; `fields` what an edit touched. */
export function eventSentence(
  language: Language,
  { type, moderators }: { type: KindEvent; moderators: boolean },
  actor: string | null,
  fields: Fields,
): string {
  const words = language === 'vi' ? vi : en;
  const nobody = moderators || onlyModerators.test(type) ? words.moderators : words.system;
  return sentences[language][type](actor ?? nobody, named(language, fields));
}

/** An event about votes as a sentence, with how many there are. */
export function votesSentence(language: Language, type: VotesEvent, votes: number): string {
  return (language === 'vi' ? vi : en).votes[type](formatNumber(language, votes));
}
