/** Reads the dates and times of exports: by a format the map gives, else the common ones. */

const parts = { yyyy: '\\d{4}', MM: '\\d{1,2}', dd: '\\d{1,2}', HH: '\\d{1,2}', mm: '\\d{2}', ss: '\\d{2}' } as const;
type Part = keyof typeof parts;

/** Day before month, as in Vietnam and most of the world; the American order needs a format in the map. */
const common = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH',
  'yyyy-MM-dd',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy/MM/dd',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy HH',
  'dd/MM/yyyy',
  'dd-MM-yyyy',
  'dd.MM.yyyy',
];

/** After the seconds, an export may give their fraction; after the time, its zone. */
const tail = /(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** The moment `text` names, or undefined. A time without an offset is one of `timeZone`. */
export function readTime(
  text: string,
  { formats = [], timeZone = 'Asia/Ho_Chi_Minh' }: { formats?: readonly string[]; timeZone?: string } = {},
): Date | undefined {
  const zone = tail.exec(text);
  const hasTime = /\d:\d{2}|T\d/.test(text);
  const offset = hasTime ? zone?.[1] : undefined;
  const local = (hasTime && zone ? text.slice(0, zone.index) : text).trim().replace(/(?<=\d)T(?=\d)/, ' ');
  for (const format of formats.length > 0 ? formats : common) {
    const wall = match(local, format);
    if (wall === undefined) continue;
    return new Date(wall - (offset ? minutesOf(offset) * 60_000 : zoneOffset(wall, timeZone)));
  }
  return undefined;
}

/** The time on the wall as if it were UTC, in milliseconds; undefined when it does not fit or there is no such day. */
function match(text: string, format: string): number | undefined {
  const order: Part[] = [];
  const pattern = format.replace(/yyyy|MM|dd|HH|mm|ss|[^\w\s]/g, (found) => {
    if (!(found in parts)) return `\\${found}`;
    order.push(found as Part);
    return `(${parts[found as Part]})`;
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) return undefined;
  const value = Object.fromEntries(order.map((part, index) => [part, Number(found[index + 1])])) as Record<
    Part,
    number
  >;
  const { yyyy, MM = 1, dd = 1, HH = 0, mm = 0, ss = 0 } = value;
  const at = new Date(Date.UTC(yyyy, MM - 1, dd, HH, mm, ss));
  const real = at.getUTCMonth() === MM - 1 && at.getUTCDate() === dd && HH < 24 && mm < 60 && ss < 60;
  return real ? at.getTime() : undefined;
}

function minutesOf(offset: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** How far the wall clock of a zone is ahead of UTC when it shows `wall`, in milliseconds. */
function zoneOffset(wall: number, timeZone: string): number {
  // Twice, since the first look is at a moment hours away, perhaps beyond a change of summer time.
  const first = offsetAt(wall, timeZone);
  return offsetAt(wall - first, timeZone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function offsetAt(moment: number, timeZone: string): number {
  // Making one costs a hundred times as much as using it.
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  const shown = clock.format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}
