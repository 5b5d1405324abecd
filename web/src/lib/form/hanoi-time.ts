/** Times as `datetime-local` fields hold them (`2026-11-29T09:30`): in Hanoi, which has kept UTC+7 since 1975, without summer time. */

const offset = 7 * 3_600_000;

/** What was typed, as a time; undefined when nothing was. What is no time stays as it is, for the schema to refuse. */
export function timeTyped(text: string): string | undefined {
  if (!text.trim()) return undefined;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? `${text.slice(0, 16)}:00+07:00` : text;
}

/** A time, ISO 8601 UTC, as a field holds it; empty without one. */
export function timeField(time: string | undefined): string {
  return time ? new Date(Date.parse(time) + offset).toISOString().slice(0, 16) : '';
}
