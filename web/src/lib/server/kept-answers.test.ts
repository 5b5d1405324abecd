import type { ApiAnswer } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { beforeEach, expect, test, vi } from 'vitest';
import { keptAnswer, noteWrite } from './kept-answers';

/** A browser that keeps its cookies; `at` is what it sends. */
function browser() {
  const jar = new Map<string, { maxAge: number; httpOnly: boolean; secure: boolean }>();
  const cookies = {
    get: (name: string) => jar.get(name) && '1',
    set: (name: string, _: string, attributes: { maxAge: number; httpOnly: boolean; secure: boolean }) =>
      jar.set(name, attributes),
  };
  const at = (lang?: string) =>
    ({ url: new URL('https://hanoi.example/'), params: { lang }, cookies }) as unknown as RequestEvent;
  return { jar, at };
}

const shared = { 'content-type': 'application/json', 'cache-control': 'public, max-age=0, s-maxage=2' };
let url = '';
let asked = 0;
const answer = (status = 200, headers: Record<string, string> = shared) => {
  return async () => new Response(JSON.stringify({ number: ++asked }), { status, headers });
};
const numberOf = async (response: Promise<ApiAnswer>) => JSON.parse(await (await response).text()).number;

beforeEach(() => {
  // What a test kept is no other's.
  url = `https://api.example/${crypto.randomUUID()}`;
  asked = 0;
  vi.useFakeTimers({ toFake: ['Date'] });
  return () => vi.useRealTimers();
});

test('what everybody may read is asked for once in two seconds, for all readers', async () => {
  const [one, other] = [browser(), browser()];
  expect(await numberOf(keptAnswer(one.at(), url, answer()))).toBe(1);
  vi.advanceTimersByTime(1_900);
  const kept = await keptAnswer(other.at(), url, answer());
  expect([kept.status, kept.headers.get('content-type'), JSON.parse(await kept.text()).number]).toEqual([
    200,
    'application/json',
    1,
  ]);
  expect(await numberOf(keptAnswer(other.at('en'), url, answer())), 'in another language').toBe(2);
  vi.advanceTimersByTime(200);
  expect(await numberOf(keptAnswer(other.at(), url, answer()))).toBe(3);
});

test('an answer that allows more is kept no longer', async () => {
  const headers = { ...shared, 'cache-control': 'public, s-maxage=60' };
  await keptAnswer(browser().at(), url, answer(200, headers));
  vi.advanceTimersByTime(2_100);
  expect(await numberOf(keptAnswer(browser().at(), url, answer()))).toBe(2);
});

test.each([
  ['made for one person', 200, { ...shared, 'cache-control': 'private, no-store' }],
  ['without a word about it', 200, { 'content-type': 'application/json' }],
  ['not there', 404, shared],
  ['a fault', 500, shared],
])('an answer that is %s is not kept', async (_, status, headers) => {
  await keptAnswer(browser().at(), url, answer(status, headers as Record<string, string>));
  expect(await numberOf(keptAnswer(browser().at(), url, answer()))).toBe(2);
});

test('a person who wrote reads past it until nothing older than the write is kept, and everybody sees what they saw', async () => {
  const [writer, other] = [browser(), browser()];
  await keptAnswer(other.at(), url, answer());
  noteWrite(writer.at());
  expect([...writer.jar]).toEqual([
    ['__Host-wrote', expect.objectContaining({ maxAge: 3, httpOnly: true, secure: true, path: '/' })],
  ]);
  expect(await numberOf(keptAnswer(other.at(), url, answer()))).toBe(1);
  expect(await numberOf(keptAnswer(writer.at(), url, answer()))).toBe(2);
  expect(await numberOf(keptAnswer(other.at(), url, answer()))).toBe(2);
});
