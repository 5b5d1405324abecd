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
