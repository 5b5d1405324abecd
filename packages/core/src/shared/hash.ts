/** SHA-256 for what is stored instead of the secret itself, secrets, and a small number from a text for sharding. */
import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 of `text`, base64url. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** A secret, or a name that nobody guesses, of so many random bytes, base64url. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** A number from 0 to `count` − 1, the same for the same `text`, spread evenly. */
export function shardOf(text: string, count: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % count;
}
