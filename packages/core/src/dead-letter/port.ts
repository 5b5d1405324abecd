/** What sends dead letters again, wherever they came from. */
import type { LetterSource } from './schema.ts';

/** What a letter is made of. */
export type LetterContent = {
  source: LetterSource;
  body: string;
  /** The record of the stream, as JSON. */
  record?: string;
};

export type LetterSender = {
  /** Sends it again; resolves when its work waits or is done. @throws StillFailing where it was tried here and failed */
  send(letter: LetterContent): Promise<void>;
};

/** The work of a letter was tried once more, and failed. The cause is the error. */
export class StillFailing extends Error {
  override name = 'StillFailing';
  constructor(cause: unknown) {
    super(String(cause), { cause });
  }
}
