/** The id by which a request is found again: in its answer, in every log, on what it wrote, and in what followed from that. */
import { ulid } from 'ulid';

/** The header in which it is sent on and answered. */
export const requestIdHeader = 'x-request-id';

/** Long enough for a ULID, a UUID or the id of a trace; longer ones would make every item they are written on dearer. */
const wellFormed = /^[A-Za-z0-9_-]{8,36}$/;

/** A new id: 26 letters and digits that are not taken for one another when they are read out. */
export function newRequestId(): string {
  return ulid();
}

/** The id a client gave its request. Only what can neither break a line of a log nor weigh on an item: else undefined. */
export function givenRequestId(header: string | null | undefined): string | undefined {
  return header && wellFormed.test(header) ? header : undefined;
}
