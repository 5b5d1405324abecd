/** What happened, in words. A sentence without its actor is the system's. */

import type { EventType } from '@hanoi/core/event/schema';
import type { Language } from '@hanoi/core/person/schema';

export const vi = {
  title: 'Dòng thời gian',
  older: 'Trước đó',
  newest: 'Về mới nhất',
  system: 'Hệ thống',
  reason: (reason: string) => `Lý do: ${reason}`,
};

export const en: typeof vi = {
  title: 'Timeline',
  older: 'Earlier',
  newest: 'Back to the newest',
  system: 'The system',
  reason: (reason) => `Reason: ${reason}`,
};

type Fields = readonly string[];
type Sentence = (actor: string, fields: Fields) => string;

const fieldNames: Record<Language, Record<string, string>> = {
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
const lists = {
  vi: new Intl.ListFormat('vi', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

function named(language: Language, fields: Fields): string {
  const names = fields.map((field) => fieldNames[language][field]).filter((name) => name !== undefined);
  return lists[language].format(new Set(names));
}

const sentences: Record<Language, Record<EventType, Sentence>> = {
  vi: {
    challenge_raised: (actor) => `${actor} nêu thách thức`,
    challenge_launched: (actor) => `${actor} phát động thách thức`,
    challenge_edited: (actor, fields) => `${actor} sửa ${named('vi', fields) || 'nội dung'}`,
    challenge_closed: (actor) => `${actor} đóng thách thức`,
    solution_submitted: (actor) => `${actor} gửi giải pháp`,
    solution_edited: (actor, fields) => `${actor} sửa ${named('vi', fields) || 'nội dung'} của giải pháp`,
    solution_withdrawn: (actor) => `${actor} rút giải pháp`,
  },
  en: {
    challenge_raised: (actor) => `${actor} raised the challenge`,
    challenge_launched: (actor) => `${actor} launched the challenge`,
    challenge_edited: (actor, fields) => `${actor} edited the ${named('en', fields) || 'text'}`,
    challenge_closed: (actor) => `${actor} closed the challenge`,
    solution_submitted: (actor) => `${actor} submitted a solution`,
    solution_edited: (actor, fields) => `${actor} edited the ${named('en', fields) || 'text'} of the solution`,
    solution_withdrawn: (actor) => `${actor} withdrew the solution`,
  },
};

/** One event as a sentence: `actor` is a name, or null for the system; `fields` what an edit touched. */
export function eventSentence(language: Language, type: EventType, actor: string | null, fields: Fields): string {
  return sentences[language][type](actor ?? (language === 'vi' ? vi : en).system, fields);
}
