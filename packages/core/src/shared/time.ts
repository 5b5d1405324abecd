/** Times: ISO 8601 UTC everywhere, epoch seconds only for DynamoDB's TTL, both made here. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** `date` as ISO 8601 UTC. */
export function iso(date: Date): string {
  return date.toISOString();
}

/** `date` moved by `milliseconds`. */
export function after(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}

/** `date` as DynamoDB's TTL wants it: epoch seconds. */
export function ttl(date: Date): number {
  return Math.floor(date.getTime() / second);
}

/**
 * Whether the instant that `time` (ISO 8601, with any offset and any fraction) names has come: `now` is it, or later. The
 * one comparison of times: as texts, `…06Z` is later than `…06.900Z`.
 */
export function hasCome(time: string, now: Date): boolean {
  return Date.parse(time) <= now.getTime();
}

/** `time` (ISO 8601, with any offset and any fraction) as it is stored and compared in keys: UTC, with milliseconds. */
export function normalTime(time: string): string {
  return iso(new Date(time));
}

/** Hanoi is seven hours ahead of UTC, and knows no summer time. */
const hanoiAhead = 7 * hour;

/** The last millisecond of the day in Hanoi that is `days` after that of `date`: 23:59:59.999. */
export function endOfHanoiDay(date: Date, days = 0): Date {
  const dayNumber = Math.floor((date.getTime() + hanoiAhead) / day);
  return new Date((dayNumber + days + 1) * day - hanoiAhead - 1);
}

/** The month of `date` in Hanoi: `2026-11`. */
export function hanoiMonth(date: Date): string {
  return hanoiDay(date).slice(0, 7);
}

/** The day of `date` in Hanoi: `2026-11-28`. */
export function hanoiDay(date: Date): string {
  return iso(after(date, hanoiAhead)).slice(0, 10);
}

/** The days in Hanoi from one to another (`2026-11-28`), both with it, in their order. */
export function hanoiDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let next = from; next <= to; next = hanoiDay(after(startOfHanoiDay(next), day))) days.push(next);
  return days;
}

/** The first instant of a day in Hanoi. */
export function startOfHanoiDay(hanoi: string): Date {
  return after(new Date(`${hanoi}T00:00:00Z`), -hanoiAhead);
}
