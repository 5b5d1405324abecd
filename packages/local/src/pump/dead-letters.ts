/** Dead letters of the stream: records that failed in all tries, in a file, one JSON line each. */
import { open } from 'node:fs/promises';
import type { DynamoDBRecord } from 'aws-lambda';

export type DeadLetter = { consumer: string; at: string; error: string; record: DynamoDBRecord };

export type DeadLetters = { add(letter: DeadLetter): Promise<void> };

/** The dead letters in `file`. A letter is on the disk when `add` resolves. */
export function openDeadLetters(file: string): DeadLetters {
  return {
    async add(letter) {
      const handle = await open(file, 'a');
      try {
        await handle.appendFile(`${JSON.stringify(letter)}\n`);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
  };
}
