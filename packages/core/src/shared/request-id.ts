/** The id by which a request is traced: in its answer, in every log, on the items it wrote, and in the work that followed. */
import { ulid } from 'ulid';
import { random } from './random.ts';

/** The header in which it is sent on and answered. */
export const requestIdHeader = 'x-request-id';

/** Long enough for a ULID, a UUID or the id of a trace; longer ones would make every item more expensive. */
const wellFormed = /^[A-Za-z0-9_-]{8,36}$/;

/** A new id: 26 letters and digits of which none is easily mistaken for another. */
export function newRequestId(): string {
  return ulid(undefined, random);
}

/** The id a client gave its request; undefined unless it is short and cannot break a line of a log. */
export function givenRequestId(header: string | null | undefined): string | undefined {
  return header && wellFormed.test(header) ? header : undefined;
}
