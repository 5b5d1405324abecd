/** Reads the dates and times of exports: by a format the map gives, else by the common ones. Nothing is guessed. */
import { DateTime } from 'luxon';

/** What stands first in dates such as 05/12/2025, where no year leads. */
export const dateOrders = ['day-first', 'month-first'] as const;
type DateOrder = (typeof dateOrders)[number];

type DateReading = { formats?: readonly string[]; timeZone?: string; order?: DateOrder };
type ReadTime = Date | 'unknown' | 'ambiguous';

/** After the time, an export may give its zone. */
const zoneTail = /(?<=\d.*[\d ])(?:Z|UTC|GMT|([+-]\d{2}):?(\d{2}))$/i;
const official = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/i;

/**
 * The moment `text` names; `ambiguous` when day and month could change places and no order is declared. A time without an
 * offset is one of `timeZone`.
 */
export function readTime(
  text: string,
  { formats = [], timeZone = 'Asia/Ho_Chi_Minh', order }: DateReading = {},
): ReadTime {
  const plain = plainOf(text);
  const offset = /:\d{2}|T\d/.test(plain) ? zoneTail.exec(plain) : null;
  const local = offset ? plain.slice(0, offset.index).trim() : plain;
  const zone = offset ? `UTC${offset[1] ? `${offset[1]}:${offset[2]}` : ''}` : timeZone;
  const known = formats.length > 0 ? formats.map(lenient) : formatsOf(local, order);
  const [first, other] = known
    .map((format) => DateTime.fromFormat(local, format, { zone, locale: 'en' }))
    .filter((read) => read.isValid);
  if (!first) return 'unknown';
  if (other && formats.length === 0 && +other !== +first) return 'ambiguous';
  return first.toJSDate();
}

/** One kind of blank, no fractions of seconds, halves of the day and the words of letters in the signs of formats. */
function plainOf(text: string): string {
  return (
    text
      .replace(/[\s\p{Zs}]+/gu, ' ')
      .trim()
      .replace(official, (_, day: string, month: string, year: string) => `${year}-${month}-${day}`)
      .replace(
        /(\d{1,2}) ?(?:h|giờ) ?(\d{2})?(?: ?phút)?(?!\p{L})/giu,
        (_, hour: string, minute = '00') => `${hour}:${minute}`,
      )
      .replace(/(?<=:\d{2})[.,]\d+/, '')
      .replace(/(?<=\d)T(?=\d)/, ' ')
      .replace(/(?<=\d),? ?\b(?:SA|AM|a\.m\.|sáng)(?!\p{L})/iu, ' AM')
      .replace(/(?<=\d),? ?\b(?:CH|PM|p\.m\.|chiều|tối)(?!\p{L})/iu, ' PM')
      .replace(/^(\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?),? (\d[\d/.-]+\d)$/, '$2 $1')
      .replace(/(?<=\d), (?=\d)/, ' ')
      // Some write both: 13:05 PM.
      .replace(/ (0|00|1[3-9]|2\d)(:[\d:]+) [AP]M/, ' $1$2')
  );
}

/** The formats a text may have, by its shape; both orders of day and month when none is declared. */
function formatsOf(text: string, order: DateOrder | undefined): string[] {
  const [, date = '', time = ''] = /^(\S+)(.*)$/.exec(text) ?? [];
  const sign = /[-/.]/.exec(date)?.[0];
  if (!sign) return [];
  const part = sign === '.' ? "'.'" : sign;
  const dates = /^\d{4}/.test(date)
    ? [['yyyy', 'M', 'd']]
    : [
        ...(order === 'month-first' ? [] : [['d', 'M', 'yyyy']]),
        ...(order === 'day-first' ? [] : [['M', 'd', 'yyyy']]),
      ];
  const hour = time.endsWith('M') ? 'h' : 'H';
  const clock =
    time && ` ${hour}${[':mm', ':ss'].slice(0, time.split(':').length - 1).join('')}${hour === 'h' ? ' a' : ''}`;
  return dates.map((parts) => parts.join(part) + clock);
}

/** Formats of maps take one digit where they show two. */
const lenient = (format: string) => format.replace(/MM|dd|HH/g, (two) => two.charAt(0));
