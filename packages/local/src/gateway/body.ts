/** Reads the body of a request up to Lambda's limit, and no further. */
import type { IncomingMessage } from 'node:http';
import { ProblemError, problems } from './problem.ts';

/** What Lambda takes in one call. */
export const MAX_BODY_BYTES = 6 * 1024 * 1024;

// What API Gateway passes on as text; everything else travels in base64.
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml))(?:$|[;\s]))/i;

/** Whether a body of this type travels in base64, as on AWS. */
export function isBinary(contentType: string | undefined, contentEncoding?: string): boolean {
  return contentEncoding !== undefined || !TEXT.test(contentType ?? '');
}

/** The most bytes a body may have: base64 makes four of three. */
export function limitFor(binary: boolean): number {
  return binary ? Math.floor(MAX_BODY_BYTES / 4) * 3 : MAX_BODY_BYTES;
}

/** Thrown when the client went away before its request was whole; there is nobody to answer. */
export class ClientGone extends Error {}

/**
 * The whole body.
 * Throws `payload_too_large` as soon as the limit is announced or passed, `ClientGone` when the client leaves.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    return Promise.reject(new ProblemError(problems.payloadTooLarge));
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners('data');
      request.pause();
      reject(new ProblemError(problems.payloadTooLarge));
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', () => reject(new ClientGone()));
    request.once('close', () => reject(new ClientGone()));
  });
}
