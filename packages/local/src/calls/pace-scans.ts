/** Slows down jobs that read whole lists, so that people's requests hardly wait for them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { createTurns } from './turns.ts';

/** No page shows more than a hundred items. */
const mostShown = 100;
/** The engine does one thing at a time: after a page of a scan, it is left to others this many times as long as the page took. */
const rest = 4;

type Asker = { command: QueryCommand; done(answer: unknown): void; failed(error: unknown): void };

/** Whether a query is a page of a scan. */
export function isScanPage({ input }: QueryCommand): boolean {
  return (input.Limit ?? 0) > mostShown;
}

/** Sends the pages of all scans one after the other, with pauses between them. */
export function paceScans(db: Db): (command: QueryCommand) => Promise<unknown> {
  const first = (waiting: readonly Asker[]) => waiting.slice(0, 1);
  const turns = createTurns<Asker>(1, first, async ([asker]) => {
    const began = performance.now();
    await db.client.send(asker!.command).then(asker!.done, asker!.failed);
    await sleep((performance.now() - began) * rest);
  });
  return (command) => new Promise((done, failed) => turns.add({ command, done, failed }));
}
