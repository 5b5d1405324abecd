/** Which addresses are one mailbox, by what their providers publish. */
import { expect, it } from 'vitest';
import { mailProviders } from './mail-providers.ts';
import { mailboxOf } from './mailbox.ts';

it.each([
  ['lan@example.vn', 'lan@example.vn'],
  ['lan+1@example.vn', 'lan+1@example.vn'],
  ['lan+1@gmail.com', 'lan@gmail.com'],
  ['l.a.n@gmail.com', 'lan@gmail.com'],
  ['l.an+x+y@googlemail.com', 'lan@gmail.com'],
  ['lan.anh+1@outlook.com', 'lan.anh@outlook.com'],
  ['lan+1@hotmail.com', 'lan@hotmail.com'],
  ['lan+1@me.com', 'lan@icloud.com'],
  ['lan.anh@icloud.com', 'lan.anh@icloud.com'],
  ['lan-anh.1+tag@pm.me', 'lan-anh.1@proton.me'],
  ['lan+1@fastmail.com', 'lan@fastmail.com'],
  ['tin-tuc@lan.fastmail.com', 'lan@fastmail.com'],
  ['lan@notgmail.com', 'lan@notgmail.com'],
  ['lan@gmail.com.vn', 'lan@gmail.com.vn'],
  ['+@gmail.com', '+@gmail.com'],
])('%s is %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
  expect(mailboxOf(mailbox), 'and stays so').toBe(mailbox);
});

it('sixty tags of one address are one mailbox', () => {
  const mailboxes = Array.from({ length: 60 }, (_, tag) => mailboxOf(`ten+${tag}@gmail.com`));
  expect(new Set(mailboxes)).toEqual(new Set(['ten@gmail.com']));
});

it('every rule names where its provider publishes it', () => {
  const sources = mailProviders.flatMap((provider) => provider.sources);
  expect(sources.filter((source) => !source.startsWith('https://'))).toEqual([]);
  expect(mailProviders.filter((provider) => provider.sources.length === 0)).toEqual([]);
});
