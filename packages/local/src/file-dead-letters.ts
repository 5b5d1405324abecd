/** Files the dead letters of one machine in the table, where administrators see them: those of the queues and those of the stream. */
import { join } from 'node:path';
import type { LetterSource } from '@hanoi/core/dead-letter/schema';
import { queueNames } from '@hanoi/core/dead-letter/schema';
import { fileLetter } from '@hanoi/core/dead-letter/service';
import type { Ctx } from '@hanoi/core/shared/context';
import type { Log } from '@hanoi/engine/log';
import type { QueueStore } from '@hanoi/engine/queue/store';
import { takeLetters } from './pump/taken-letters.ts';

export type Unfiled = {
  /** The queues. */
  store: Pick<QueueStore, 'listDead' | 'removeDead'>;
  /** The file with the dead letters of the stream. */
  file: string;
};

/** The file in a data folder with the dead letters of the stream. */
export const deadLetterFile = (dataDir: string): string => join(dataDir, 'dlq.ndjson');

/** Rows read at a time. */
const together = 100;

/** Files what there is, each once: one that is filed and not taken away, as the process ended, is the same letter the next time. */
export async function fileDeadLetters(ctx: Ctx, { store, file }: Unfiled, log: Log): Promise<{ filed: number }> {
  let filed = 0;
  for (const source of queueNames) filed += await fileQueue(ctx, store, source);
  filed += await takeLetters(
    file,
    async ({ consumer, at, error, record }) => {
      const { pk, sk } = record.dynamodb?.Keys ?? {};
      await fileLetter(ctx, {
        source: 'streams',
        messageId: record.dynamodb?.SequenceNumber ?? '',
        failedAt: new Date(at),
        body: JSON.stringify({ reader: consumer, event: record.eventName, keys: { pk: pk?.S ?? '', sk: sk?.S ?? '' } }),
        record: JSON.stringify(record),
        error,
      });
    },
    log,
  );
  return { filed };
}

async function fileQueue(ctx: Ctx, store: Unfiled['store'], source: LetterSource): Promise<number> {
  let filed = 0;
  for (let rows = store.listDead(source, together); rows.length > 0; rows = store.listDead(source, together)) {
    for (const { id, body, sentAt, tries, setAsideAt } of rows) {
      const times = { sentAt: new Date(sentAt), failedAt: new Date(setAsideAt) };
      await fileLetter(ctx, { source, messageId: id, body, tries, ...times });
      store.removeDead(id);
      filed++;
    }
  }
  return filed;
}
