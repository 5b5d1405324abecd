/** One kept answer with its compressed forms and their ready-made headers, so that a hit costs next to nothing. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { chooseEncoding, compressForCache, type Encoding, isCompressible, MIN_BYTES } from './encoding.ts';

type Variant = { head: string[]; body: Buffer };

export type Entry = {
  answer: Answer;
  etag: string;
  expires: number;
  compressible: boolean;
  /** Headers of every variant, flat. */
  common: string[];
  variants: Partial<Record<Encoding, Variant>>;
};

/** Makes an entry of an answer that may be kept for `seconds`. */
export function createEntry(answer: Answer, seconds: number): Entry {
  const { 'content-length': _, etag: given, vary, ...headers } = answer.headers;
  const etag = given ?? `W/"${createHash('sha1').update(answer.body).digest('base64url')}"`;
  const compressible = answer.body.length >= MIN_BYTES && isCompressible(headers['content-type']);
  const varies = compressible ? withAcceptEncoding(vary) : vary;
  const common = Object.entries({ ...headers, etag, ...(varies && { vary: varies }) }).flat();
  return { answer, etag, expires: performance.now() + seconds * 1000, compressible, common, variants: {} };
}

/**
 * The bytes held by an entry and its key, about, as a whole number: the compressed forms are counted in advance. The key has
 * the address and the cookies as they were sent, which may be longer than the answer.
 */
export function sizeOf({ answer, compressible, common }: Entry, key: string): number {
  const letters = common.reduce((sum, text) => sum + text.length, 0);
  return Math.ceil(answer.body.length * (compressible ? 1.5 : 1)) + lettersInBytes(key.length + letters) + 1024;
}

/** What strings of so many letters hold at most. */
export function lettersInBytes(count: number): number {
  return count * 2;
}

/** Sends the entry, or 304 to a client that has it. */
export function sendEntry(request: IncomingMessage, response: ServerResponse, entry: Entry): void {
  const known = request.headers['if-none-match'];
  if (known !== undefined && entry.answer.status === 200 && isKnown(known, entry.etag)) {
    response.writeHead(304, entry.common);
    response.end();
    return;
  }
  const encoding = entry.compressible ? chooseEncoding(request.headers['accept-encoding'] as string) : 'identity';
  entry.variants[encoding] ??= createVariant(entry, encoding);
  const variant = entry.variants[encoding];
  response.writeHead(entry.answer.status, variant.head);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

function createVariant(entry: Entry, encoding: Encoding): Variant {
  const body = encoding === 'identity' ? entry.answer.body : compressForCache(entry.answer.body, encoding);
  const head = [...entry.common, 'content-length', String(body.length)];
  if (encoding !== 'identity') head.push('content-encoding', encoding);
  return { head, body };
}

function isKnown(known: string, etag: string): boolean {
  const weak = (tag: string) => tag.trim().replace(/^W\//, '');
  return known === '*' || known.split(',').some((tag) => weak(tag) === weak(etag));
}

/** Adds `accept-encoding` to a Vary header. */
export function withAcceptEncoding(vary: string | undefined): string {
  if (!vary) return 'accept-encoding';
  return /accept-encoding|\*/i.test(vary) ? vary : `${vary}, accept-encoding`;
}
