/** Whatever goes wrong on the way to a page, a person reads it on a page in their language, and no request is a fault of ours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'failures-'));
let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(dataDir);
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const formType = 'application/x-www-form-urlencoded';

type Sent = { method?: string; body?: string | FormData; type?: string; origin?: string; accept?: string };

async function go(path: string, { method = 'POST', body, type, origin = site.origin, accept = browser }: Sent = {}) {
  const answer = await fetch(site.origin + path, {
    method,
    redirect: 'manual',
    headers: { accept, origin, ...(type && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    location: answer.headers.get('location'),
    text,
  };
}

it.each([
  ['an unknown action', '/challenges/new?/nothing', { body: 'title=x', type: formType }, 404],
  ['what every object has', '/challenges/new?/__proto__', { body: 'title=x', type: formType }, 404],
  ['its constructor', '/en/challenges/new?/constructor', { body: 'title=x', type: formType }, 404],
  ['the name SvelteKit keeps for itself', '/sign-in?/default', { body: 'title=x', type: formType }, 404],
  ['that name, and no form', '/challenges/new?/default', { body: '{}', type: 'application/json' }, 404],
  [
    'what every object has, and no form',
    '/en/challenges/new?/__proto__',
    { body: '{}', type: 'application/json' },
    404,
  ],
  ['no name', '/challenges/new?/', { body: 'title=x', type: formType }, 404],
  ['a page that takes no form', '/about', { body: 'title=x', type: formType }, 405],
  ['a form without its boundary', '/challenges/new?/publish', { body: 'title=x', type: 'multipart/form-data' }, 400],
  [
    'a form that breaks off',
    '/en/challenges/new?/publish',
    { body: '--b\r\ncontent-disposition: form-data; name="title"\r\n\r\nNg', type: 'multipart/form-data; boundary=b' },
    400,
  ],
  ['no form', '/challenges/new?/publish', { body: '{}', type: 'application/json' }, 415],
  [
    'another site',
    '/challenges/new?/publish',
    { body: 'title=x', type: formType, origin: 'https://evil.example' },
    403,
  ],
  ['a browser that hides the site', '/en/sign-in', { body: 'title=x', type: formType, origin: 'null' }, 403],
  ['another method', '/challenges', { method: 'DELETE' }, 405],
  ['too much', '/challenges/new?/publish', { body: 'x'.repeat(7_000_000), type: formType }, 413],
  ['nothing there', '/en/nothing', { method: 'GET' }, 404],
] as const)('%s: a page', async (_, path, sent, status) => {
  const answer = await go(path, sent);
  expect({ status: answer.status, type: answer.type.split(';')[0] }).toEqual({ status, type: 'text/html' });
  expect(answer.text).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'vi'}">`);
  expect(answer.text.match(/<h1/g)).toHaveLength(1);
  expect(site.said()).not.toContain('page_failed');
});

it('a page’s own script reads what went wrong as the data it expects', async () => {
  const sent = { body: 'x', type: 'multipart/form-data', accept: 'application/json' };
  const answer = await go('/en/challenges/new?/publish', sent);
  expect(JSON.parse(answer.text)).toMatchObject({ type: 'error', error: { message: expect.stringMatching(/read/) } });
});

it('what was typed is there to be copied, where it can’t be sent again', async () => {
  const comment = 'Ngõ <b>ngập</b> & "bẩn"';
  const body = String(new URLSearchParams({ comment, key: 'k' }));
  const { text } = await go('/challenges/new?/nothing', { body, type: formType });
  expect(/<textarea[^>]*name="comment"[^>]*>([^<]*(?:<(?!\/textarea)[^<]*)*)<\/textarea>/.exec(text)?.[1]).toMatch(
    /^Ngõ &lt;b(?:>|&gt;)ngập/,
  );
  expect(text).not.toContain('Gửi lại');
});

it('a picture too large leads back to the page of pictures, which says so', async () => {
  const path = '/en/challenges/chl_01J00000000000000000000000/pictures';
  const answer = await go(`${path}?/add`, { body: 'x'.repeat(7_000_000), type: 'multipart/form-data; boundary=b' });
  expect([answer.status, answer.location]).toEqual([303, `${path}?problem=upload_too_large#add`]);
});

it('a refused way to an identity provider ends on the sign-in page, in the language of the page before', async () => {
  const answer = await go('/api/v1/auth/oidc/callback?state=unknown&code=x', { method: 'GET' });
  expect([answer.status, answer.location]).toEqual([303, '/sign-in?problem=oidc_failed']);
  const page = await go(answer.location!, { method: 'GET' });
  expect(page.text).toContain('Đăng nhập bằng định danh điện tử không thành công');
});
