/**
 * The queues of one machine, in a SQLite file of the data folder, with the rules of SQS's standard queues: delivery at least
 * once, in no order, visibility timeout, receive count, dead letters. Why: docs/adr/0017.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import type { Log } from '../log.ts';
import { explained, openQueueFile } from './schema.ts';
import type { MessageSource } from './source.ts';

export type QueueStore = MessageSource & {
  /** Stores messages for a queue, each hidden until its delay has passed. They are on the disk when it resolves. */
  send(queue: string, messages: readonly { body: string; delaySeconds: number }[]): Promise<void>;
  /** Makes received, unfinished messages visible again. Only for the process that has just taken the data folder: no worker has them. */
  release(): void;
  /** How many dead letters the queue has. */
  countDead(queue: string): number;
  /** Dead letters of the queue, the oldest first. */
  listDead(queue: string, most: number): DeadMessage[];
  /** Takes a dead letter away, once it is kept elsewhere. */
  removeDead(id: string): void;
  /** Calls `listener` with the queue's name after each `send` of this process. */
  onSend(listener: (queue: string) => void): void;
  close(): void;
};

/** A message that was received too often without being finished. Times in milliseconds. */
export type DeadMessage = { id: string; body: string; sentAt: number; tries: number; setAsideAt: number };

type Row = {
  id: string;
  queue: string;
  body: string;
  sent_at: number;
  receives: number;
  first_received_at: number;
  receipt: string;
};

/**
 * Opens the queues kept in `file` (`:memory:` for tests). `now` is the clock in milliseconds.
 * @throws QueueFileError when the file cannot be used
 */
export function openQueueStore({
  file,
  log,
  now = Date.now,
}: {
  file: string;
  log: Log;
  now?: () => number;
}): QueueStore {
  const db = openQueueFile(file);
  const insert = db.prepare('INSERT INTO messages (id, queue, body, sent_at, visible_at) VALUES (?, ?, ?, ?, ?)');
  const isAnyVisible = db.prepare('SELECT 1 FROM messages WHERE queue = ? AND visible_at <= ? LIMIT 1');
  const selectSpent = db.prepare('SELECT id FROM messages WHERE queue = ? AND visible_at <= ? AND receives >= ?');
  const copyDead = db.prepare(
    'INSERT OR REPLACE INTO dead_letters SELECT id, queue, body, sent_at, receives, ? FROM messages WHERE id = ?',
  );
  const removeById = db.prepare('DELETE FROM messages WHERE id = ?');
  const hide = db.prepare(`
    UPDATE messages SET visible_at = ?, receives = receives + 1, receipt = lower(hex(randomblob(16))),
      first_received_at = coalesce(first_received_at, ?)
    WHERE id IN (SELECT id FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?)
    RETURNING id, queue, body, sent_at, receives, first_received_at, receipt`);
  const removeByReceipt = db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?');
  const soonest = db.prepare('SELECT min(visible_at) AS at FROM messages WHERE queue = ?');
  const releaseAll = db.prepare(
    'UPDATE messages SET visible_at = ?, receipt = NULL WHERE receipt IS NOT NULL AND visible_at > ?',
  );
  const count = db.prepare('SELECT count(*) AS dead FROM dead_letters WHERE queue = ?');
  const selectDead = db.prepare(
    'SELECT id, body, sent_at AS sentAt, receives AS tries, set_aside_at AS setAsideAt FROM dead_letters WHERE queue = ? ORDER BY set_aside_at LIMIT ?',
  );
  const removeDead = db.prepare('DELETE FROM dead_letters WHERE id = ?');
  const listeners: ((queue: string) => void)[] = [];

  /** Runs `change` in a transaction, which is on the disk when it returns. */
  const atomic = <T>(change: () => T): T => {
    try {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = change();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    } catch (error) {
      throw explained(file, error);
    }
  };

  const moveToDeadLetters = (queue: string, maxReceives: number) => {
    for (const { id } of selectSpent.all(queue, now(), maxReceives) as { id: string }[]) {
      copyDead.run(now(), id);
      removeById.run(id);
      log.error(
        `A message of the queue ${queue} was not finished in ${maxReceives} tries and is moved to the dead letters: ${id}`,
      );
    }
  };

  return {
    async send(queue, messages) {
      atomic(() => {
        for (const { body, delaySeconds } of messages) {
          insert.run(randomUUID(), queue, body, now(), now() + delaySeconds * 1_000);
        }
      });
      for (const listener of listeners) listener(queue);
    },
    async receive({ name, visibilitySeconds, maxReceives }, most) {
      // Looking at an idle queue writes nothing.
      if (!isAnyVisible.get(name, now())) return [];
      return atomic(() => {
        moveToDeadLetters(name, maxReceives);
        const rows = hide.all(now() + visibilitySeconds * 1_000, now(), name, now(), most) as unknown as Row[];
        return rows.map(toRecord);
      });
    },
    async remove(queue, receipts) {
      atomic(() => {
        for (const receipt of receipts) removeByReceipt.run(queue, receipt);
      });
    },
    showsIn(queue) {
      const { at } = soonest.get(queue) as { at: number | null };
      return at === null ? undefined : Math.max(0, at - now());
    },
    release: () => void releaseAll.run(now(), now()),
    countDead: (queue) => Number(count.get(queue)?.dead),
    listDead: (queue, most) => selectDead.all(queue, most) as unknown as DeadMessage[],
    removeDead: (id) => void atomic(() => removeDead.run(id)),
    onSend: (listener) => void listeners.push(listener),
    close: () => db.close(),
  };
}

/** The message as Lambda hands it to a worker. */
function toRecord({ id, queue, body, sent_at, receives, first_received_at, receipt }: Row): SQSRecord {
  return {
    messageId: id,
    receiptHandle: receipt,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sent_at),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(first_received_at),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:ap-southeast-1:000000000000:${queue}`,
    awsRegion: 'ap-southeast-1',
  };
}
