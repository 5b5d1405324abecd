/** Dates, relative times and numbers as each language writes them, in Hanoi's time. Formatters are made once: making one costs more than a page. */
import type { Language } from '@hanoi/core/person/schema';

const timeZone = 'Asia/Ho_Chi_Minh';
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** How a language calls itself. */
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' };

const perLanguage = <Formatter>(make: (locale: string) => Formatter): Record<Language, Formatter> => ({
  vi: make(locales.vi),
  en: make(locales.en),
});
const days = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'numeric', year: 'numeric' }),
);
const longDays = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
);
const clocks = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }),
);
const leaves = perLanguage((locale) => new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' }));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const relatives = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** `3/11/2026`, in English `03/11/2026` as the day comes first in both. */
export function formatDay(language: Language, time: string): string {
  return days[language].format(new Date(time));
}

/** `3 tháng 11, 2026`, `3 November 2026`. */
export function formatLongDay(language: Language, time: string): string {
  return longDays[language].format(new Date(time));
}

/** `14:05, 3/11/2026`. */
export function formatDayAndTime(language: Language, time: string): string {
  return `${clocks[language].format(new Date(time))}, ${formatDay(language, time)}`;
}

/** The day and the month apart, as on a calendar's leaf: `3` and `thg 11`, `3` and `Nov`. */
export function formatDayParts(language: Language, time: string): { day: string; month: string } {
  const parts = leaves[language].formatToParts(new Date(time));
  const part = (type: 'day' | 'month') => parts.find((found) => found.type === type)?.value ?? '';
  return { day: part('day'), month: part('month') };
}

/** `12.345` in Vietnamese, `12,345` in English. */
export function formatNumber(language: Language, value: number): string {
  return numbers[language].format(value);
}

const steps = [
  { unit: 'minute', seconds: 60, until: 3_600 },
  { unit: 'hour', seconds: 3_600, until: 86_400 },
  { unit: 'day', seconds: 86_400, until: 30 * 86_400 },
] as const;

/** `3 ngày trước`, `in 2 weeks`; the day itself when it is more than a month away. */
export function formatRelative(language: Language, time: string, now = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 60) return language === 'vi' ? 'vừa xong' : 'just now';
  const step = steps.find(({ until }) => distance < until);
  if (!step) return formatDay(language, time);
  return relatives[language].format(Math.trunc(seconds / step.seconds), step.unit);
}
