/** Mail survives restarts, is found by address, and is displayed without running scripts in it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailbox } from './mailbox.ts';
import { createMailPage } from './page.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mail = (to: string, subject: string) => ({ to, subject, text: 'text', html: '<b>html</b>' });

async function ask(path: string, accept = 'text/html'): Promise<{ status: number; text: string }> {
  const server = createServer(createMailPage(openMailbox(folder)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } });
  const text = await answer.text();
  server.close();
  return { status: answer.status, text };
}

test('messages survive a restart, newest first, and are found by address in any case', async () => {
  const mailbox = openMailbox(folder);
  await mailbox.send(mail('An@Example.vn', 'first'));
  await mailbox.send(mail('binh@example.vn', 'second'));
  await mailbox.send(mail('an@example.vn', 'third'));
  const all = JSON.parse((await ask('/dev/mail?format=json')).text);
  expect(all.map((one: { subject: string }) => one.subject)).toEqual(['third', 'second', 'first']);
  expect(all[0]).toEqual({ ...mail('an@example.vn', 'third'), sentAt: expect.any(String) });
  const mine = JSON.parse((await ask('/dev/mail?to=AN@example.vn', 'application/json')).text);
  expect(mine.map((one: { subject: string }) => one.subject)).toEqual(['third', 'first']);
});

test('only the newest thousand are kept', async () => {
  const mailbox = openMailbox(folder);
  for (let i = 0; i < 1005; i++) await mailbox.send(mail('a@b.vn', `${i}`));
  expect(readdirSync(folder)).toHaveLength(1000);
  expect((await mailbox.list({ limit: 1 }))[0]?.subject).toBe('1004');
});

test('a message cannot inject HTML into the page', async () => {
  const mailbox = openMailbox(folder);
  const evil = '"><script>alert(1)</script>';
  await mailbox.send({ to: evil, subject: evil, text: evil, html: evil });
  const [head] = await mailbox.list({ limit: 1 });
  for (const path of ['/dev/mail', `/dev/mail/${head?.id}`, `/dev/mail?to=${encodeURIComponent(evil)}`]) {
    const { status, text } = await ask(path);
    expect(status).toBe(200);
    expect(text).not.toContain('<script>');
  }
  expect((await ask('/dev/mail/..%2f..%2fsecret')).status).toBe(404);
});
