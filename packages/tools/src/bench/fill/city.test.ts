/** The bench's city is written through the services as they are now: this fails when they call what the table in memory does not know. */
import { expect, test } from 'vitest';
import { fillCity, per } from './city.ts';
import { createGatheringTable } from './gathering-table.ts';

test('a small city is written completely', async () => {
  const table = createGatheringTable();
  const keys: string[] = [];
  let covers = 0;
  const size = { challenges: 25, people: 60 };
  const city = await fillCity(table.db, size, new Date('2026-03-01T08:00:00Z'), () => {
    for (const { pk, sk, cover } of table.take()) {
      keys.push(`${pk} ${sk}`);
      if (sk === 'CARD' && cover) covers++;
    }
  });
  const count = (pattern: RegExp) => keys.filter((key) => pattern.test(key)).length;
  expect(count(/^chl_\w+ CARD$/)).toBe(size.challenges);
  expect(count(/^sol_\w+ CARD$/)).toBe(size.challenges * per.solutions);
  expect(count(/^cmt_\w+ CARD$/)).toBeGreaterThan(size.challenges);
  expect(count(/^upl_\w+ CARD$/)).toBeGreaterThan(covers);
  expect(covers).toBeGreaterThan(size.challenges / 5);
  expect(count(/^VOTE#/)).toBeGreaterThan(size.challenges);
  expect(new Set(city.tokens).size).toBe(size.people);
});
