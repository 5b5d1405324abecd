/** Behind a proxy, people are distinguished by the address it saw, on pages as in the API. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'proxy-'));
let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(dataDir, { TRUST_PROXY: '1' });
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Asks for a code on the sign-in page; what comes before the last address is the sender's own claim. */
async function askForCode(email: string, address: string): Promise<string> {
  const answer = await fetch(`${site.origin}/sign-in`, {
    method: 'POST',
    headers: { accept: 'text/html', origin: site.origin, 'x-forwarded-for': `198.51.100.1, ${address}` },
    body: new URLSearchParams({ signInEmail: email }),
  });
  return answer.text();
}

it('one that asks for codes without end does not lock out the others', async () => {
  const pages: string[] = [];
  for (let index = 0; index < 121; index++) pages.push(await askForCode(`m${index}@example.vn`, '203.0.113.7'));
  const wasSent = (page: string) => page.includes('name="signInCode"');
  expect(pages.filter(wasSent).length, 'sixty an hour, and an hour may end in between').toBeLessThanOrEqual(120);
  expect(wasSent(await askForCode('nguoi-khac@example.vn', '203.0.113.8'))).toBe(true);
}, 60_000);
