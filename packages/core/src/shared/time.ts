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
