/** Pages of a partition: a cursor promises that something follows. */
import { expect, it } from 'vitest';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { type PageQuery, queryPage } from './query.ts';
import { putItem } from './write.ts';

const table = useTable();

async function partitionOf(count: number) {
  const ctx = makeCtx(table, { kind: 'system', name: 'test' });
  const partition = `LIST#${count}`;
  for (let at = 0; at < count; at++)
    await putItem(ctx, { pk: partition, sk: String(at).padStart(4, '0'), even: at % 2 === 0 });
  const page = (over: Partial<PageQuery>) =>
    queryPage(ctx, { list: 'test', partition, order: 'ascending', limit: 20, ...over });
  return { page, positions: async (over: Partial<PageQuery>) => (await page(over)).items.map(({ sk }) => Number(sk)) };
}

it('offers no page after one that is exactly full', async () => {
  const { page } = await partitionOf(20);
  for (const order of ['ascending', 'descending'] as const)
    expect(await page({ order })).toMatchObject({ items: { length: 20 }, nextCursor: null });
});

it('offers one for a single item more, and that one is the last', async () => {
  const { page, positions } = await partitionOf(21);
  const { items, nextCursor } = await page({});
  expect(items).toHaveLength(20);
  expect(await page({ cursor: nextCursor! })).toMatchObject({ items: [{ sk: '0020' }], nextCursor: null });
  expect(await positions({ order: 'descending', upTo: '0002' })).toEqual([2, 1, 0]);
});

it('holds the same for what a filter leaves', async () => {
  const { page } = await partitionOf(240);
  const filter = { expression: '#even = :even', names: { '#even': 'even' }, values: { ':even': true } };
  expect(await page({ filter, limit: 100, from: '0040' })).toMatchObject({ items: { length: 100 }, nextCursor: null });
  const { items, nextCursor } = await page({ filter, limit: 100 });
  expect(items).toHaveLength(100);
  expect((await page({ filter, limit: 100, cursor: nextCursor! })).items).toHaveLength(20);
});

it('goes through a partition once, whatever the size of a page', async () => {
  const { page } = await partitionOf(45);
  for (const limit of [1, 7, 9, 15, 44, 45, 46]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await page({ limit, cursor });
      expect(items.length).toBeGreaterThan(0);
      seen.push(...items.map(({ sk }) => sk));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, at) => String(at).padStart(4, '0')));
  }
});
