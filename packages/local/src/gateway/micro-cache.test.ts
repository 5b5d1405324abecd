/** What anybody may send, addresses and cookies, can't fill the memory through the cache. */
import { expect, it } from 'vitest';
import { createMicroCache, type MicroCache } from './micro-cache.ts';

const headers = { 'cache-control': 'public, s-maxage=60' };
const MB = 1024 * 1024;

function keep(cache: MicroCache, url: string, cookie: string, more = {}) {
  const found = cache.look(url, { cookie });
  if (found.kind === 'fill')
    found.fill.finish({ status: 200, headers: { ...headers, ...more }, cookies: [], body: Buffer.from('short') });
}

it('cookies and queries count in its size', () => {
  const cache = createMicroCache();
  keep(cache, '/page', '');
  const short = cache.size().answers;
  keep(cache, `/page?${'q'.repeat(4_000)}`, `x=${'c'.repeat(8_000)}`);
  expect(cache.size().answers - short).toBeGreaterThan(2 * 12_000);
});

it('ten thousand long cookies and addresses leave it below its limits', () => {
  const cache = createMicroCache();
  for (let n = 0; n < 10_000; n++) {
    const long = `${n}${'x'.repeat(7_000)}`;
    keep(cache, `/a?${long}`, `c=${long}`);
    keep(cache, `/b?${long}`, `c=${long}`, { 'cache-control': 'private' });
  }
  const { answers, addresses } = cache.size();
  expect(answers).toBeLessThanOrEqual(12 * MB);
  expect(addresses).toBeLessThanOrEqual(4 * MB);
  expect(addresses, 'they are counted at all').toBeGreaterThan(3 * MB);
});
