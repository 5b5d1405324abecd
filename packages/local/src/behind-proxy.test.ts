/** Behind a proxy, people are distinguished by the address it saw, on pages as in the API. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  for (let index = 0; index < 21; index++) pages.push(await askForCode('mot-nguoi@example.vn', '203.0.113.7'));
  const wasSent = (page: string) => page.includes('name="signInCode"');
  expect(pages.filter(wasSent).length, 'ten in a quarter of an hour, of which two may meet here').toBeLessThanOrEqual(
    20,
  );
  expect(wasSent(await askForCode('mot-nguoi@example.vn', '203.0.113.8'))).toBe(true);
}, 60_000);

it('one that forges the address it comes from, straight at the port, is counted by its own', async () => {
  // Nobody is trusted here, whatever stands before the port.
  const folder = mkdtempSync(join(tmpdir(), 'straight-'));
  const straight = await startTestSite(folder, { TRUST_PROXY: '10.0.0.0/8' });
  const statuses: number[] = [];
  // Five in a quarter of an hour by one network, of which two may meet here; twenty by all.
  for (let index = 0; index < 12; index++) {
    const headers = { 'x-forwarded-for': `203.0.113.${index}:${40_000 + index}` };
    const body = { email: 'mot-nguoi@example.vn' };
    statuses.push((await straight.call('POST', '/auth/codes', { body, headers })).status);
  }
  expect(statuses).toContain(429);
  await straight.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('a site under a name of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'named-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const named = { PUBLIC_ORIGIN: 'https://hanoi.example', TRUST_PROXY: 'loopback' };

  it('does not start where nobody could sign in, and says what to set', async () => {
    await expect(startTestSite(join(folder, 'closed'), named)).rejects.toThrow('Set SMTP_URL and MAIL_FROM');
  }, 60_000);

  it('has no mailbox and no identity provider for anybody, whatever a proxy sends', async () => {
    const open = await startTestSite(join(folder, 'open'), { ...named, MAIL: 'folder' });
    for (const path of ['/dev', '/dev/mail', '/dev/mail?format=json', '/dev/oidc/.well-known/openid-configuration']) {
      // As from a proxy on this machine that passes on its own name for us, and nothing else.
      const { status } = await fetch(open.origin + path, { headers: { accept: 'text/html' } });
      expect(status, path).toBe(404);
    }
    await open.stop();
  }, 60_000);
});
