/** Days as forms hold them (`2026-12-31`), which end when they end in Hanoi. */

/** Hanoi has kept UTC+7 since 1975, without summer time. */
const offset = 7 * 3_600_000;
const day = 86_400_000;

/** The last second of a day, ISO 8601 UTC; undefined when it is no day, has passed or is over two years ahead. */
export function endOfDay(text: string, now = Date.now()): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const end = Date.parse(`${text}T23:59:59Z`) - offset;
  // `2026-02-31` reads as a day of March.
  if (Number.isNaN(end) || dayOf(new Date(end).toISOString()) !== text) return undefined;
  return end > now && end <= now + 730 * day ? new Date(end).toISOString() : undefined;
}

/** The day in Hanoi at a time. */
export function dayOf(time: string): string {
  return new Date(Date.parse(time) + offset).toISOString().slice(0, 10);
}

/** The day `count` days from now. */
export function someDays(count: number, now = Date.now()): string {
  return dayOf(new Date(now + count * day).toISOString());
}
