/** The page of a failure in both languages: whole by itself, and small enough for where it lies. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { errorMessages } from './errors.ts';
import { failurePageInBoth } from './failure-page.ts';

const page = failurePageInBoth('busy', { mayRetry: true });

it('says in both languages what happened and what to do', () => {
  expect(page).toMatch(
    /<html lang="vi">[\s\S]*<h1>Hệ thống đang bận<\/h1>[\s\S]*<section lang="en">[\s\S]*<h2>The service is busy<\/h2>/,
  );
  expect(page).toMatch(/Nếu bạn vừa gửi[\s\S]*If you were sending/);
  expect([...page.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
    ...['', '/challenges', '/'],
    ...['', '/en/challenges', '/en'],
  ]);
});

it('leads to the same again only where that may help', () => {
  expect(failurePageInBoth('address_too_long', { mayRetry: false })).not.toContain('href=""');
});

it('needs no file and no script, and its own policy allows its style and nothing else', () => {
  expect(page).not.toMatch(/<script|<link|<img|src=|url\(/);
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  );
});

it.each(Object.keys(errorMessages.vi) as (keyof typeof errorMessages.vi)[])('%s fits where AWS keeps it', (code) => {
  expect(Buffer.byteLength(failurePageInBoth(code, { mayRetry: true }))).toBeLessThan(4_096);
});
