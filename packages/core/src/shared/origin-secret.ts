/**
 * The secret by which a request proves that it came through the edge. Two are accepted while one replaces the other, as the
 * edge and the functions behind it get a new one minutes apart.
 */
import { timingSafeEqual } from 'node:crypto';

/** The secret to send, `ORIGIN_SECRET`; undefined where there is none, as on one machine. */
export function originSecret(): string | undefined {
  return process.env.ORIGIN_SECRET || undefined;
}

/** Whether `given` is `ORIGIN_SECRET` or `ORIGIN_SECRET_ALSO`. Takes equally long for every wrong one of the same length. */
export function isOriginSecret(given: string): boolean {
  return [process.env.ORIGIN_SECRET, process.env.ORIGIN_SECRET_ALSO].some(
    (secret) => !!secret && isSame(given, secret),
  );
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
