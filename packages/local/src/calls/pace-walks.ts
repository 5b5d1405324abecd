/** Jobs that go through whole lists, so slowly that those who wait for something hardly notice. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { createTurns } from './turns.ts';

/** Nobody is shown more than a hundred at once. */
const mostShown = 100;
/** The engine does one thing at a time: after a page of a walk it belongs to others so many times as long as the page took. */
const rest = 4;

type Asker = { command: QueryCommand; done(answer: unknown): void; failed(error: unknown): void };

/** Whether a query is a page of a walk. */
export function isWalk({ input }: QueryCommand): boolean {
  return (input.Limit ?? 0) > mostShown;
}

/** Sends the pages of all walks one after the other, with rests between them. */
export function paceWalks(db: Db): (command: QueryCommand) => Promise<unknown> {
  const first = (waiting: readonly Asker[]) => waiting.slice(0, 1);
  const turns = createTurns<Asker>(1, first, async ([asker]) => {
    const began = performance.now();
    await db.client.send(asker!.command).then(asker!.done, asker!.failed);
    await sleep((performance.now() - began) * rest);
  });
  return (command) => new Promise((done, failed) => turns.add({ command, done, failed }));
}
