/** Addresses, queries and cursors that are wrong in every way we could think of: a clear refusal, and nothing changed. */
import { allEndpoints } from '@hanoi/core/contracts';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { encodeCursor } from '@hanoi/core/shared/page';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';
import { expectRefused } from './testing-refusal.ts';

const api = useApi();
let author: SignedIn;
let other: SignedIn;
let challenge: string;
let draft: string;

beforeAll(async () => {
  author = await api.signInAs();
  other = await api.signInAs();
  const raise = async (body: object) => (await api.call('POST', '/challenges', { token: author.token, body })).json.id;
  challenge = await raise(makeNewChallenge());
  draft = await raise(makeNewChallenge({ draft: true }));
});

describe('a query', () => {
  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=',
    'limit=abc',
    'limit=NaN',
    'limit=1e99',
    'limit=5&limit=5',
    'sort=new&sort=top',
    'sort=hot',
    'ward=331',
    'ward=00331%00',
    'status=draft',
    'status=hidden',
    'programme=p5',
    'kind=',
    'tag=x',
    'nonsense=1',
    'tag=%ED%A0%80',
    'tag=%00%00',
    'tag=100%',
    '%00=1',
    '__proto__=1',
    'constructor=1',
    '__proto__[limit]=1',
    'toString=1',
    `cursor=${'x'.repeat(1_001)}`,
    `tag=${'x'.repeat(5_000)}`,
  ])('?%s', async (query) => {
    const answer = await expectRefused(api, 'invalid_input', 'GET', `/challenges?${query}`);
    expect(answer.json.errors).not.toEqual([]);
  });
});

describe('a cursor', () => {
  const unread = (text: string) => Buffer.from(text, 'base64url').toString();
  const read = (text: string) => Buffer.from(text).toString('base64url');
  let cursor: string;
  beforeAll(async () => {
    cursor = (await api.call('GET', '/me/challenges?limit=1', { token: author.token })).json.nextCursor;
    expect(cursor).toEqual(expect.any(String));
  });

  it('of another list, or of somebody else’s', async () => {
    const refuse = (target: string, { token }: SignedIn) =>
      expectRefused(api, 'invalid_cursor', 'GET', `${target}?cursor=${cursor}`, { token });
    await refuse('/challenges', author);
    await refuse('/me/challenges', other);
    await refuse('/me/comments', author);
    await refuse(`/challenges/${challenge}/comments`, author);
    await refuse(`/challenges/${challenge}/timeline`, author);
  });

  it.each<[string, (cursor: string) => string]>([
    ['not ours', () => 'abc'],
    ['with one character changed', (own) => `${own.startsWith('e') ? 'f' : 'e'}${own.slice(1)}`],
    ['cut short', (own) => own.slice(0, -7)],
    ['of other keys', (own) => read(unread(own).replace('"sk"', '"sq"'))],
    ['of more keys', (own) => read(unread(own).replace('"k":{', '"k":{"extra":"1",'))],
    ['of numbers', (own) => read(unread(own).replace(/"sk":"[^"]*"/, '"sk":5'))],
    ['of half a character', (own) => read(unread(own).replace(/"sk":"/, '"sk":"\\ud800'))],
    ['of NUL', (own) => read(unread(own).replace(/"sk":"/, '"sk":"\\u0000'))],
    ['of nothing', (own) => read(unread(own).replace(/"sk":"[^"]*"/, '"sk":""'))],
    ['of no keys', (own) => encodeCursor(JSON.parse(unread(own)).l, {})],
    ['a list', () => read('[]')],
    ['null', () => read('null')],
  ])('%s', async (_, bend) => {
    const target = `/me/challenges?cursor=${encodeURIComponent(bend(cursor))}`;
    await expectRefused(api, 'invalid_cursor', 'GET', target, { token: author.token });
  });

  it('that points elsewhere shows nothing of elsewhere', async () => {
    const { l, k } = JSON.parse(unread(cursor));
    for (const keys of [
      { ...k, pk: other.id, sk: 'PERSON' },
      { ...k, gsi1sk: 'zzz' },
      { ...k, pk: '\u0001', sk: '\uffff' },
    ]) {
      const target = `/me/challenges?cursor=${encodeCursor(l, keys)}`;
      const { status, json } = await api.call('GET', target, { token: author.token });
      expect([200, 400]).toContain(status);
      for (const item of json.items ?? []) expect(item.author.id).toBe(author.id);
    }
  });
});

it('DELETE /me/sessions/ ends no session: it is another address than the one without the slash', async () => {
  const { token } = author;
  await expectRefused(api, 'route_not_found', 'DELETE', '/me/sessions/', { token });
  await expectRefused(api, 'route_not_found', 'DELETE', '/me/sessions//', { token });
});

/** Each list of the API, and what it needs to be asked for. */
it('half a character in the cursor of any list is refused as any other wrong cursor', async () => {
  const lists = allEndpoints().filter(({ endpoint }) => endpoint.query && 'cursor' in endpoint.query.shape);
  expect(lists.length).toBeGreaterThan(10);
  // Some lists are for moderators or administrators alone.
  const { token } = await api.signInAs({ roles: ['moderator', 'administrator'] });
  const keys = { pk: '\ud800', sk: '\ud800', gsi1sk: '\ud800', gsi2sk: '\ud800', gsi3sk: '\ud800' };
  for (const { endpoint, name } of lists) {
    const cursor = Buffer.from(JSON.stringify({ l: '', k: keys })).toString('base64url');
    const id = endpoint.path.startsWith('/challenges') ? challenge : 'sol_01JDB8N0P4X7K2M9QW5T3RZ6VA';
    const target = `${endpoint.path.replace('{id}', id)}?cursor=${cursor}`;
    const { status } = await api.call('GET', target, { token });
    expect([400, 404], name).toContain(status);
  }
});

describe('an address', () => {
  it.each<[string, ErrorCode]>([
    ['/challenges/..', 'not_found'],
    ['/challenges/../../etc/passwd', 'route_not_found'],
    ['/challenges/%2e%2e', 'not_found'],
    ['/challenges/%2e%2e%2fme', 'not_found'],
    ['/challenges/%00', 'invalid_path'],
    ['/challenges/%', 'invalid_path'],
    ['/challenges/%E0%A4%A', 'invalid_path'],
    ['/challenges/%c0%ae%c0%ae', 'invalid_path'],
    ['/challenges/%ED%A0%80', 'invalid_path'],
    ['/challenges/', 'route_not_found'],
    ['/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA/', 'route_not_found'],
    ['/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA//timeline', 'route_not_found'],
    ['/', 'route_not_found'],
    ['//challenges', 'route_not_found'],
    ['/challenges//timeline', 'route_not_found'],
    ['/CHALLENGES', 'route_not_found'],
    ['/challenges;a=b', 'route_not_found'],
    ['/challenges/{id}', 'not_found'],
    ['/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA%0a', 'not_found'],
    ['/challenges/chl_01jdb8n0p4x7k2m9qw5t3rz6va', 'not_found'],
    ['/challenges/sol_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'not_found'],
    ['/challenges/__proto__', 'not_found'],
    ['/__proto__', 'route_not_found'],
    ['/constructor/constructor', 'route_not_found'],
    [`/challenges/${'a'.repeat(8_000)}`, 'not_found'],
    [`/${'a/'.repeat(2_000)}`, 'route_not_found'],
    ['/problems/not_found', 'route_not_found'],
    ['', 'route_not_found'],
    ['/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'challenge_not_found'],
    ['/dev/mail', 'route_not_found'],
  ])('%s', async (target, code) => {
    await expectRefused(api, code, 'GET', target);
  });

  it('with a method it does not take, which names those it takes', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']) {
      const { headers } = await expectRefused(api, 'method_not_allowed', method, '/challenges', {
        token: author.token,
      });
      expect(headers.allow).toBe('GET, POST');
    }
  });

  it('asked with HEAD is answered as with GET', async () => {
    expect((await api.call('HEAD', `/challenges/${challenge}`)).status).toBe(200);
    expect((await api.call('HEAD', `/challenges/${draft}`)).status).toBe(404);
  });
});
