/** Input that is wrong in every way we could think of: a clear refusal, and nothing changed. */
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Given, type SignedIn, useApi } from '../testing/api.ts';
import { expectRefused } from './testing-refusal.ts';

const api = useApi();
let author: SignedIn;
let other: SignedIn;
let challenge: string;
let draft: string;
let solution: string;
let comment: string;

beforeAll(async () => {
  author = await api.signInAs();
  other = await api.signInAs();
  const make = async (path: string, body?: unknown) =>
    (await api.call('POST', path, { token: author.token, body })).json;
  challenge = (await make('/challenges', makeNewChallenge())).id;
  draft = (await make('/challenges', makeNewChallenge({ draft: true }))).id;
  solution = (await make(`/challenges/${challenge}/solutions`, makeNewSolution())).id;
  await make(`/solutions/${solution}/submit`);
  comment = (await make(`/challenges/${challenge}/comments`, { body: 'Lời đầu tiên' })).id;
  await make('/challenges', makeNewChallenge({ programme: 'P1' }));
});

const raise = (over: object) => JSON.stringify({ ...makeNewChallenge(), ...over });
const long = (length: number) => 'dài '.repeat(length / 4 + 1).slice(0, length);

describe('a new challenge', () => {
  // What is sent, and the path that is named as wrong.
  it.each<[string, string, string?]>([
    ['an unknown field', raise({ nonsense: 1 }), '/nonsense'],
    ['a status of one’s choosing', raise({ status: 'completed' }), '/status'],
    ['counts of one’s choosing', raise({ support: 1_000 }), '/support'],
    ['another author', raise({ author: { id: 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA', name: 'Ai đó' } }), '/author'],
    ['another id', raise({ id: 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA' }), '/id'],
    ['a prototype', raise({}).replace('{', '{"__proto__":{"draft":true},'), '/__proto__'],
    ['a constructor', raise({ constructor: { prototype: { draft: true } } }), '/constructor'],
    ['a prototype of a point', raise({}).replace('"point":null', '"point":{"lng":105.8,"lat":21,"__proto__":{}}')],
    ['a number for a title', raise({ title: 12_345_678 }), '/title'],
    ['null for a title', raise({ title: null }), '/title'],
    ['a list for a title', raise({ title: ['Ngập sâu ở ngã tư'] }), '/title'],
    ['a text for tags', raise({ tags: 'ngập lụt' }), '/tags'],
    ['a number among tags', raise({ tags: ['ngập lụt', 5] }), '/tags/1'],
    ['a text for a draft', raise({ draft: 'true' }), '/draft'],
    ['a number for a ward', raise({ ward: 331 }), '/ward'],
    ['a text for a point', raise({ point: '105.8,21.0' }), '/point'],
    ['a point without a side', raise({ point: { lng: 105.8 } }), '/point/lat'],
    ['a point that is no number', raise({ point: { lng: 105.8, lat: '21' } }), '/point/lat'],
    ['a point in Saigon', raise({ point: { lng: 106.7, lat: 10.8 } })],
    ['a point at infinity', raise({}).replace('"point":null', '"point":{"lng":1e999,"lat":21}'), '/point/lng'],
    ['an unknown programme', raise({ programme: 'P10' }), '/programme'],
    ['an unknown kind', raise({ kind: 'adopted' }), '/kind'],
    ['a closing day that is none', raise({ closesAt: '2027-02-31T00:00:00Z' }), '/closesAt'],
    ['a closing time without a zone', raise({ closesAt: '2027-02-01T00:00:00' }), '/closesAt'],
    ['a closing time that is no text', raise({ closesAt: 1_800_000_000 }), '/closesAt'],
    ['a title too short', raise({ title: 'Ngập' }), '/title'],
    ['a title of blanks', raise({ title: ' \t\u00a0\u2003'.repeat(5) }), '/title'],
    ['a title of what nobody sees', raise({ title: '\u202e\u2066\ufeff\u0007'.repeat(5) }), '/title'],
    ['a title of fillers', raise({ title: '\u3164\u2800\u200b\u{e0041}'.repeat(5) }), '/title'],
    ['a summary of marks alone', raise({ summary: '\u0301 \u0302'.repeat(20) }), '/summary'],
    ['a body that renders to a picture', raise({ body: `![${long(60)}](https://example.org/x.png)` }), '/body'],
    ['a body of spelt blanks', raise({ body: '&nbsp;&#x202E;'.repeat(5) }), '/body'],
    ['a title of halves of characters', raise({ title: '\ud800'.repeat(20) }), '/title'],
    ['a title too long', raise({ title: long(121) }), '/title'],
    ['a title far too long', raise({ title: long(100_000) }), '/title'],
    ['a summary too long', raise({ summary: long(301) }), '/summary'],
    ['a body too long', raise({ body: long(20_001) }), '/body'],
    ['a tag too long', raise({ tags: [long(31)] }), '/tags/0'],
    ['a tag of signs', raise({ tags: ['<b>'] }), '/tags/0'],
    ['too many tags', raise({ tags: ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'] }), '/tags'],
    ['ten thousand tags', raise({ tags: Array(10_000).fill('x') }), '/tags'],
    ['too many images', raise({ images: Array(7).fill({ id: 'upl_01JDB8N0P4X7K2M9QW5T3RZ6VA' }) }), '/images'],
    ['an image by its address', raise({ images: [{ id: 'https://evil.example/x.png' }] }), '/images/0/id'],
    [
      'an image with more to it',
      raise({ images: [{ id: 'upl_01JDB8N0P4X7K2M9QW5T3RZ6VA', url: '/x' }] }),
      '/images/0/url',
    ],
    ['an id of the wrong kind', raise({ organisation: 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA' }), '/organisation'],
    ['a list', '[]'],
    ['a text', '"Ngập sâu"'],
    ['nothing', 'null'],
    [
      'many levels',
      raise({}).replace('"point":null', `"point":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
      '/point/lng',
    ],
  ])('with %s', async (_, raw, path) => {
    const answer = await expectRefused(api, 'invalid_input', 'POST', '/challenges', { token: author.token, raw });
    if (path) expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(answer.json.errors.length).toBeLessThanOrEqual(50);
  });

  it.each<[string, object, ErrorCode, string?]>([
    ['a ward that is none', { ward: '99999' }, 'ward_unknown', '/ward'],
    ['a point near Hanoi', { ward: null, point: { lng: 105.3, lat: 20.57 } }, 'point_outside_hanoi', '/point'],
    // Hồ Gươm is not in Phường Láng.
    ['a pin outside its ward', { ward: '00199', point: { lng: 105.852, lat: 21.029 } }, 'point_not_in_ward', '/point'],
    ['a closing day gone by', { closesAt: '2020-01-01T00:00:00Z' }, 'closing_date_invalid', '/closesAt'],
    ['a closing day far off', { closesAt: '9999-12-31T23:59:59Z' }, 'closing_date_invalid', '/closesAt'],
    ['a restricted programme', { programme: 'P6' }, 'programme_restricted'],
    ['a call of no agency', { kind: 'launched' }, 'not_allowed'],
    ['a foreign organisation', { organisation: 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA' }, 'not_organisation_member'],
    ['an image never sent', { images: [{ id: 'upl_01JDB8N0P4X7K2M9QW5T3RZ6VA' }] }, 'upload_missing', '/images/0'],
  ])('with %s', async (_, over, code, path) => {
    const raw = raise(over);
    const answer = await expectRefused(api, code, 'POST', '/challenges', { token: author.token, raw });
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toEqual(path ? [path] : []);
  });
});

describe('what is no JSON', () => {
  it.each([
    ['', 'an empty body'],
    ['{', 'half of it'],
    ['{"body":"x",}', 'a comma too many'],
    ["{'body':'x'}", 'other quotes'],
    ['{"body":"\u0000"}', 'a control character'],
    ['\ufeff{"body":"Đúng vậy"}', 'a byte order mark'],
    ['{"body":"Đúng vậy"}{}', 'two of them'],
    ['body=x', 'a form'],
    ['NaN', 'not a number'],
    [`${'['.repeat(60_000)}`, 'open brackets'],
  ])('%j (%s)', async (raw) => {
    await expectRefused(api, 'invalid_json', 'POST', `/challenges/${challenge}/comments`, { token: author.token, raw });
  });

  it('a body of as many bytes as the route declares is read; one of a byte more is refused before it is parsed', async () => {
    const raw = '{"body":"Chung toi cung thay vay"}'.padEnd(128 * 1024);
    const path = `/challenges/${challenge}/comments`;
    expect((await api.call('POST', path, { token: other.token, raw })).status).toBe(201);
    for (const longer of [`${raw} `, '['.repeat(raw.length + 1), Buffer.alloc(raw.length + 1, ' ')])
      await expectRefused(api, 'payload_too_large', 'POST', path, { token: author.token, raw: longer });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('sent as %j', async (type) => {
    const given: Given = { token: author.token, body: { body: 'Đúng vậy' }, headers: { 'content-type': type } };
    await expectRefused(api, 'unsupported_media_type', 'POST', `/challenges/${challenge}/comments`, given);
  });

  it('bytes that are no UTF-8', async () => {
    const raw = Buffer.concat([Buffer.from('{"body":"Đúng '), Buffer.from([0xff, 0xc3, 0x28]), Buffer.from('"}')]);
    await expectRefused(api, 'invalid_json', 'POST', `/challenges/${challenge}/comments`, { token: other.token, raw });
  });

  it.each([
    ['half a character', '{"body":"\\ud800","stance":"for"}', '/body'],
    ['NUL', '{"body":"Đúng\\u0000 vậy"}', '/body'],
    ['half a character in the name of a field', '{"body":"Đúng vậy","\\udc00":1}', '/'],
  ])('%s is taken in no field', async (_, raw, path) => {
    const target = `/challenges/${challenge}/comments`;
    const { json } = await expectRefused(api, 'invalid_input', 'POST', target, { token: other.token, raw });
    expect(json.errors).toEqual([{ path, code: 'not_well_formed', message: 'Có ký tự không hợp lệ.' }]);
  });
});

describe('text', () => {
  const title = (text: string) =>
    api.call('POST', '/challenges', { token: author.token, body: { ...makeNewChallenge(), draft: true, title: text } });

  it.each([
    [
      'decomposed letters',
      'Nga\u0302\u0323p sa\u0302u o\u031b\u0309 nga\u0303 tu\u031b'.normalize('NFD'),
      'Ngập sâu ở ngã tư',
    ],
    ['text turned around', 'Ngập \u202esâu ở ngã tư\u202c', 'Ngập sâu ở ngã tư'],
    ['lines and tabs in a title', 'Ngập\r\nsâu\tở   ngã tư', 'Ngập sâu ở ngã tư'],
  ])('%s', async (_, sent, kept) => {
    expect((await title(sent)).json.title).toBe(kept);
  });

  it('is counted in characters as people see them sent, and never cut', async () => {
    const full = 'ệ'.repeat(120);
    expect((await title(full.normalize('NFD'))).json.title).toBe(full);
  });
});

describe('an edit', () => {
  it.each<[string, object, ErrorCode]>([
    ['a stale version', { version: 99, title: 'Một tiêu đề khác' }, 'version_conflict'],
    ['no version', { title: 'Một tiêu đề khác' }, 'invalid_input'],
    ['half a version', { version: 1.5, title: 'Một tiêu đề khác' }, 'invalid_input'],
    ['a version as text', { version: '1', title: 'Một tiêu đề khác' }, 'invalid_input'],
    ['another kind', { version: 1, kind: 'launched' }, 'invalid_input'],
    ['back to a draft', { version: 1, draft: true }, 'invalid_input'],
    ['into a restricted programme', { version: 1, programme: 'P6' }, 'programme_restricted'],
    ['an image of somebody else', { version: 1, images: [{ id: 'upl_01JDB8N0P4X7K2M9QW5T3RZ6VA' }] }, 'upload_missing'],
  ])('with %s', async (_, body, code) => {
    const answer = await expectRefused(api, code, 'PATCH', `/challenges/${challenge}`, { token: author.token, body });
    if (code === 'version_conflict') expect(answer.json.currentVersion).toBe(1);
  });

  it('of somebody else’s draft, which is not there for them', async () => {
    const body = { version: 1, draft: false };
    await expectRefused(api, 'challenge_not_found', 'PATCH', `/challenges/${draft}`, { token: other.token, body });
  });
});

describe('a comment', () => {
  it.each<[string, object, ErrorCode]>([
    ['an unknown stance', { body: 'Đúng vậy', stance: 'sideways' }, 'invalid_input'],
    ['no words', { body: ' ' }, 'invalid_input'],
    ['too many words', { body: long(4_001) }, 'invalid_input'],
    [
      'a parent that is none',
      { body: 'Đúng vậy', parentId: 'cmt_01JDB8N0P4X7K2M9QW5T3RZ6VA' },
      'comment_parent_invalid',
    ],
    [
      'a name that is not theirs',
      { body: 'Đúng vậy', organisation: 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA' },
      'not_organisation_member',
    ],
  ])('with %s', async (_, body, code) => {
    await expectRefused(api, code, 'POST', `/challenges/${challenge}/comments`, { token: author.token, body });
  });

  it('under a parent in another thread', async () => {
    const body = { body: 'Đúng vậy', parentId: comment };
    await expectRefused(api, 'comment_parent_invalid', 'POST', `/solutions/${solution}/comments`, {
      token: author.token,
      body,
    });
  });

  it('edited without anything to edit, or on a stale version', async () => {
    const edit = (code: ErrorCode, body: object) =>
      expectRefused(api, code, 'PATCH', `/comments/${comment}`, { token: author.token, body });
    await edit('invalid_input', {});
    await edit('version_conflict', { version: 7, body: 'Tôi viết lại' });
    await edit('invalid_input', { status: 'hidden' });
  });
});

describe('an Idempotency-Key', () => {
  it('used again for something else is refused', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(300) };
    const first = { token: author.token, body: makeNewChallenge({ draft: true }), headers };
    const { json } = await api.call('POST', '/challenges', first);
    expect((await api.call('POST', '/challenges', first)).json.id).toBe(json.id);
    const changed = { ...first, body: makeNewChallenge({ draft: true, title: 'Một thách thức khác hẳn' }) };
    await expectRefused(api, 'idempotency_key_reused', 'POST', '/challenges', changed);
    const longer = { ...changed, headers: { 'idempotency-key': `${'k'.repeat(300)}2` } };
    expect((await api.call('POST', '/challenges', longer)).json.id).not.toBe(json.id);
    const others = { ...first, token: other.token };
    expect((await api.call('POST', '/challenges', others)).json.id, 'keys are one’s own').not.toBe(json.id);
  });
});

describe('support', () => {
  it('given twice counts once, and not at all once it is closed', async () => {
    const { json } = await api.call('POST', '/challenges', { token: author.token, body: makeNewChallenge() });
    const path = `/challenges/${json.id}/support`;
    const { token } = other;
    expect((await api.call('PUT', path, { token })).json).toEqual({ supported: true, support: 1 });
    expect((await api.call('PUT', path, { token })).json).toEqual({ supported: true, support: 1 });
    await api.call('POST', `/challenges/${json.id}/close`, { token: author.token, body: { reason: 'Đã xong' } });
    await expectRefused(api, 'voting_closed', 'PUT', path, { token: author.token });
    await expectRefused(api, 'voting_closed', 'DELETE', path, { token });
    await expectRefused(api, 'challenge_not_closable', 'POST', `/challenges/${json.id}/close`, {
      token: author.token,
      body: { reason: 'Lần nữa' },
    });
  });
});

describe('words that show nothing', () => {
  it.each([
    ['a picture', '![](https://example.org/x.png)'],
    ['spelt blanks', '&nbsp;&#x202E;'],
    ['fillers', '\u3164\u3164\u3164'],
  ])('are no comment: %s', async (_, body) => {
    const given = { token: author.token, body: { body } };
    const said = await expectRefused(api, 'invalid_input', 'POST', `/challenges/${challenge}/comments`, given);
    expect(said.json.errors[0].path).toBe('/body');
    await expectRefused(api, 'invalid_input', 'PATCH', `/comments/${comment}`, given);
  });

  it('come back without what disguises text, however it is spelt', async () => {
    const given = { token: other.token, body: { body: 'Tên tệp: anh&#x202E;gpj.exe' } };
    const { json } = await api.call('POST', `/challenges/${challenge}/comments`, given);
    expect(json.bodyHtml).toContain('<p>Tên tệp: anhgpj.exe</p>');
  });
});

describe('a name', () => {
  it.each(['\u3164\u3164', '…', 'UBND phường Láng', 'Quản trị viên', 'Аdmin'])('is not %j', async (name) => {
    const said = await expectRefused(api, 'invalid_input', 'PATCH', '/me', { token: author.token, body: { name } });
    expect(said.json.errors).toMatchObject([{ path: '/name' }]);
  });
});

describe('what is wrong with a field', () => {
  const ask = async (language: string, body: object) => {
    const headers = { 'accept-language': language };
    const { json } = await api.call('POST', '/challenges', { token: author.token, headers, body });
    return (json.errors as { path: string; message: string }[]).map(({ message }) => message);
  };

  it('is said in the asked language', async () => {
    const body = { ...makeNewChallenge(), title: 'Ngập' };
    expect(await ask('en', body)).toEqual([expect.stringMatching(/8 characters/)]);
    expect(await ask('vi', body)).toEqual([expect.stringMatching(/8 ký tự/)]);
  });

  it('is said in words also where the check has none', async () => {
    const body = makeNewChallenge({ body: '&nbsp;'.repeat(20) });
    expect(await ask('en', body)).toEqual(['It shows nothing that can be read.']);
    expect(await ask('vi', body)).toEqual(['Chưa có chữ nào hiện ra cho người đọc.']);
  });
});
