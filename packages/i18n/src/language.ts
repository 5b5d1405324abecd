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

/** `3 tháng 11 năm 2026`, `3 November 2026`. */
export function formatLongDay(language: Language, time: string): string {
  // The Vietnamese data put a comma where people write "năm".
  return longDays[language].format(new Date(time)).replace(', ', ' năm ');
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

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Hanoi has kept this offset, summer and winter, since 1975. */
const offset = 7 * hour;
const dayInHanoi = (at: number) => Math.floor((at + offset) / day);

/**
 * `3 ngày trước`, `hôm qua`, `in 5 hours`, in small letters as it stands within a line; the day itself when it is more
 * than 30 days away. From 24 hours on, days count as the calendar turns: what was said late the day before yesterday is
 * not yesterday's.
 */
export function formatRelative(language: Language, time: string, now = Date.now()): string {
  const at = Date.parse(time);
  const distance = Math.abs(at - now);
  if (distance < minute) return language === 'vi' ? 'vừa xong' : 'just now';
  if (distance >= 30 * day) return formatDay(language, time);
  // The Vietnamese data begin yesterday and tomorrow with a capital.
  const inLine = (value: number, unit: 'minute' | 'hour' | 'day') =>
    relatives[language].format(value, unit).toLocaleLowerCase(locales[language]);
  if (distance < hour) return inLine(Math.trunc((at - now) / minute), 'minute');
  if (distance < day) return inLine(Math.trunc((at - now) / hour), 'hour');
  return inLine(dayInHanoi(at) - dayInHanoi(now), 'day');
}
