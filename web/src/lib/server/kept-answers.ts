/**
 * The shared cache for pages of signed-in people on AWS, where no other cache stands between the pages and the API, and each
 * such page would read the same card again. It keeps anonymous answers of the API as long as the API allows. On one machine
 * the gateway does this, and empties its cache with each write. This cache cannot know of writes, so a person who wrote
 * bypasses it as long as it may be out of date. A cookie marks this, as another instance may make the next page.
 */
import type { ApiAnswer } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { LRUCache } from 'lru-cache';

/** No answer is kept longer, even if it allows more, as the cookie must last longer than any answer. */
const longestSeconds = 2;
const cookieSeconds = longestSeconds + 1;
const mostLetters = 8_000_000;

/** `until` is a time of the clock: a function may be frozen between two requests, and its timers with it. */
type Kept = { text: string; type: string; until: number };
const kept = new LRUCache<string, Kept>({
  maxSize: mostLetters,
  sizeCalculation: ({ text }, key) => text.length + key.length,
});

/** The answer to an anonymous GET, at most two seconds old; `ask` sends it. Only for pages of signed-in people. */
export async function keptAnswer(event: RequestEvent, url: string, ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const key = `${event.params.lang ?? ''} ${url}`;
  const found = event.cookies.get(cookieOf(event).name) ? undefined : kept.get(key);
  if (found && found.until > Date.now()) return new Response(found.text, { headers: { 'content-type': found.type } });
  const asked = Date.now();
  const response = await ask();
  const seconds = keepSeconds(response);
  if (seconds === 0) return response;
  const [text, type] = [await response.text(), response.headers.get('content-type') ?? ''];
  kept.set(key, { text, type, until: asked + seconds * 1000 });
  return new Response(text, { headers: { 'content-type': type } });
}

/** The sender of `event` wrote something, and must see it on the next page. */
export function noteWrite(event: RequestEvent): void {
  const { name, attributes } = cookieOf(event);
  event.cookies.set(name, '1', { ...attributes, maxAge: cookieSeconds });
}

/** The seconds an answer may be kept: none but for a success that a shared cache may keep. */
function keepSeconds({ status, headers }: ApiAnswer): number {
  if (status !== 200) return 0;
  const allowed = /(?:^|[,\s])s-maxage=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1];
  return Math.min(Number(allowed ?? 0), longestSeconds);
}

function cookieOf(event: RequestEvent) {
  const secure = event.url.protocol === 'https:';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: secure ? '__Host-wrote' : 'wrote', attributes };
}
