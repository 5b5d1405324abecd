/** The HTML of every page, as it is sent: valid by the standard, and by what it says of accessibility. No browser is needed. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { alike, ownPages, publicPages } from './pages';
import { findSubjects, localPath, newEmail, openSession, sessionOf } from './site';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
});

const places = readdirSync(join(import.meta.dirname, '../src/routes'), { recursive: true, encoding: 'utf8' });
const routes = places.filter((file) => file.endsWith('+page.svelte')).map((file) => join('/', dirname(file)));

test('every route is among the pages that are looked at', () => {
  const looked = [...publicPages, ...ownPages, ...makersPages].map((page) => page.split('?')[0]!);
  for (const route of routes) {
    const path = route.replace('/[[lang=lang]]', '').replaceAll(/\[[^\]]+\]/g, '[^/]+') || '/';
    expect(
      looked.some((page) => new RegExp(`^${path}$`).test(page)),
      route,
    ).toBe(true);
  }
});

test('where contrasts are not measured, they are on the page that is made of the same parts', () => {
  const measured = [...publicPages, ...ownPages, '/moderation'].filter((page) => !alike[page]);
  for (const [page, like] of Object.entries(alike)) expect(measured, page).toContain(like);
});

/** Pages of what one made oneself, with what only its makers can open there, and the lists of it. */
const makersPages = [
  '/challenges/CHALLENGE?reply=COMMENT',
  '/challenges/CHALLENGE?edit=COMMENT',
  '/challenges/CHALLENGE?around=COMMENT&events=&solutions=new',
  '/challenges/CHALLENGE/edit',
  '/challenges/DRAFT',
  '/challenges/DRAFT/edit',
  '/solutions/SOLUTION/edit',
  '/challenges/CHALLENGE/pictures',
  '/solutions/SOLUTION/pictures',
  '/me/solutions',
  '/me/comments',
  '/me/support',
  '/report/COMMENT?on=CHALLENGE',
  '/report/CHALLENGE?sent=first',
  // Refused, as those who look are no moderators and were in no decision; what moderators see is looked at in moderation.spec.ts.
  '/moderation',
  '/moderation/orders',
  '/moderation/itm_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  '/decisions/dec_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  '/admin',
  '/admin/people/per_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  '/admin/audit',
  '/admin/flags',
  '/admin/programmes',
  '/admin/figures',
  '/admin/jobs',
  '/admin/dead-letters',
  '/admin/dead-letters/dlt_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  '/admin/tags',
  '/admin/rules',
  '/admin/rules/0',
  '/admin/organisations',
  '/admin/organisations/org_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  // Leads on where no form was carried here.
  '/sign-in/sent',
];
/** Forms that are refused: fields with errors, and the question to sign in. */
const refused: { page: string; action: string; form: Names }[] = [
  { page: '/challenges/CHALLENGE', action: 'comment', form: { comment: 'a' } },
  { page: '/challenges/CHALLENGE', action: 'comment', form: { comment: 'Đúng vậy' } },
  { page: '/challenges/CHALLENGE', action: 'support', form: {} },
  { page: '/challenges/CHALLENGE', action: 'close', form: { reason: '' } },
  { page: '/solutions/SOLUTION', action: 'withdraw', form: {} },
  { page: '/challenges/CHALLENGE', action: 'withdraw', form: {} },
  { page: '/challenges/new', action: 'publish', form: { title: 'a', images: '' } },
  { page: '/challenges/new', action: 'preview', form: { body: 'Gọi 0912345678' } },
  { page: '/challenges/new', action: 'findWard', form: { wardQuery: 'Đống Đa' } },
  { page: '/report/CHALLENGE', action: 'report', form: { reason: '' } },
  { page: '/report/CHALLENGE', action: 'report', form: { reason: 'spam', note: 'Bán hàng' } },
  { page: '/sign-in', action: 'signIn', form: { signInEmail: 'a' } },
];

for (const language of ['vi', 'en'] as const) {
  test(`${language}, signed out`, async ({ request, baseURL }) => {
    const names = namesOf(await findSubjects(request));
    for (const page of publicPages) await check(await request.get(at(language, page, names)));
    for (const { page, action, form } of refused)
      await check(await post(request, baseURL!, `${at(language, page, names)}?/${action}`, form));
  });

  test(`${language}, signed in, with what one made`, async ({ playwright, request, baseURL }) => {
    const token = await openSession({ request }, request, newEmail('nguoi-viet'));
    const theirs = namesOf(await findSubjects(request));
    const mine = { ...theirs, ...namesOf(await makeThings(request, token)) };
    const reader = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie: `session=${token}` } });
    const aboutSubjects = publicPages.filter((page) => /[A-Z]{4,}/.test(page));
    for (const page of aboutSubjects) await check(await reader.get(at(language, page, theirs)));
    for (const page of [...publicPages, ...makersPages, ...ownPages])
      await check(await reader.get(at(language, page, mine)));
    for (const { page, action, form } of refused.filter(({ action }) => action !== 'withdraw'))
      await check(await post(reader, baseURL!, `${at(language, page, mine)}?/${action}`, form));
  });
}

test('the pages of moderators', async ({ playwright, request, baseURL }) => {
  const author = await openSession({ request }, request, newEmail('nguoi-viet'));
  const { challenge = '' } = await makeThings(request, author);
  // The last: who signs in with a session in the same browser ends that one.
  const token = await sessionOf(request, baseURL!, 'Người kiểm duyệt');
  const staff = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie: `session=${token}` } });
  const headers = { authorization: `Bearer ${token}` };
  const open = await request.post('/api/v1/moderation/items', {
    data: { subject: challenge, reason: 'spam' },
    headers,
  });
  const { id } = await open.json();
  for (const language of ['vi', 'en'] as const) {
    for (const page of ['/moderation', '/moderation/orders', `/moderation/${id}`, `/report/${challenge}`])
      await checkAt(staff, localPath(language, page));
    await check(await post(staff, baseURL!, `${localPath(language, '/moderation/orders')}?/record`, { number: '' }));
    const address = localPath(language, `/moderation/${id}`);
    for (const action of ['decide', 'claim'])
      await check(await post(staff, baseURL!, `${address}?/${action}`, { takeOver: '' }));
  }
});

test('the pages of administrators', async ({ playwright, request, baseURL }) => {
  // So many pages and forms.
  test.setTimeout(180_000);
  const email = newEmail('nguoi-moi');
  const author = await openSession({ request }, request, email);
  const headers = { authorization: `Bearer ${author}` };
  const { id } = await (await request.get('/api/v1/me', { headers })).json();
  // The last: who signs in with a session in the same browser ends that one.
  const token = await sessionOf(request, baseURL!, 'Quản trị viên');
  const staff = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie: `session=${token}` } });
  for (const language of ['vi', 'en'] as const) {
    const address = localPath(language, `/admin/people/${id}`);
    for (const page of [
      '/admin',
      `/admin?q=${encodeURIComponent(email)}`,
      '/admin?role=moderator',
      '/admin?q=nguyen',
      '/admin?q=qwrtzp',
      '/admin/audit',
      `/admin/audit?subject=${id}`,
      '/admin/flags',
      '/admin/programmes',
      '/admin/figures',
      '/admin/jobs',
      '/admin/dead-letters',
      '/admin/dead-letters?state=discarded',
      '/admin/tags',
      '/admin/tags?q=zzz',
      '/admin/rules',
      '/admin/rules/0',
      '/admin/organisations',
      '/admin/organisations?q=zzz&state=suspended&kind=agency',
    ])
      await checkAt(staff, localPath(language, page));
    await checkAt(staff, address);
    // The demo has one.
    const listed = await (await staff.get(localPath(language, '/admin/dead-letters'))).text();
    const letter = /\/admin\/dead-letters\/dlt_\w+/.exec(listed)![0];
    await checkAt(staff, localPath(language, letter));
    await check(await post(staff, baseURL!, `${localPath(language, letter)}?/discard`, { reason: '' }));
    const list = localPath(language, '/admin/organisations');
    await check(
      await post(staff, baseURL!, `${list}?/found`, { fullName: '', slug: 'A B', kind: 'agency', reason: '' }),
    );
    const given = { fullName: 'Sở Thử nghiệm', slug: `so-thu-${language}`, kind: 'agency', reason: 'Công văn 12' };
    const made = await post(staff, baseURL!, `${list}?/found`, given);
    const page = made.headers().location!.split('?')[0]!;
    for (const action of ['verify', 'suspend', 'add'])
      await check(await post(staff, baseURL!, `${page}?/${action}`, { email: 'x', seen: '', reason: '' }));
    await post(staff, baseURL!, `${page}?/verify`, { seen: 'Quyết định 12', where: 'Bản gốc', reference: '12/QĐ' });
    await post(staff, baseURL!, `${page}?/add`, { email, role: 'owner', reason: 'Được cử' });
    await post(staff, baseURL!, `${page}?/suspend`, { reason: 'Đang kiểm tra lại' });
    await check(await staff.get(`${page}?done=`));
    await check(await staff.get(page.replace('/admin', '')));
    await check(await post(staff, baseURL!, `${localPath(language, '/admin/tags')}?/rename`, { from: 'x', into: '' }));
    const programmes = localPath(language, '/admin/programmes');
    const named = {
      nameVi: `Thử ${language}`,
      nameEn: `Trial ${language}`,
      shortVi: `Thử ${language}`,
      shortEn: `Trial ${language}`,
    };
    const code = language === 'vi' ? 'TV' : 'TE';
    await check(await post(staff, baseURL!, `${programmes}?/create`, { nameVi: '', programmeCode: '1', reason: '' }));
    const creating = { ...named, programmeCode: code, from: '2026-01-01', reason: 'Kế hoạch mới' };
    await post(staff, baseURL!, `${programmes}?/create`, creating);
    await check(await post(staff, baseURL!, `${programmes}?/create`, creating));
    await check(await post(staff, baseURL!, `${programmes}?/change`, { ...named, code, version: '1', place: '0' }));
    await post(staff, baseURL!, `${programmes}?/change`, {
      ...named,
      ...{ code, version: '1', place: '99', nameEn: `Renamed ${language}`, reason: 'Theo quyết định' },
    });
    await check(await post(staff, baseURL!, `${programmes}?/retire`, { code, version: '1', reason: 'Hết hạn' }));
    await post(staff, baseURL!, `${programmes}?/retire`, { code, version: '2', reason: 'Hết hạn' });
    await check(await staff.get(`${programmes}?done=`));
    await check(await post(staff, baseURL!, `${programmes}?/restore`, { code, version: '3', reason: '' }));
    await check(await post(staff, baseURL!, `${localPath(language, '/admin/jobs')}?/run`, { job: 'nonsense' }));
    const flags = localPath(language, '/admin/flags');
    await check(await post(staff, baseURL!, `${flags}?/turn`, { name: 'support', value: 'off', reason: '' }));
    await check(await post(staff, baseURL!, `${flags}?/banner`, { textVi: '', textEn: 'x', reason: '' }));
    await check(await post(staff, baseURL!, `${address}?/give`, { role: 'moderator', reason: '' }));
    await check(await post(staff, baseURL!, `${address}?/remove`, { role: 'moderator', reason: '' }));
    await check(await post(staff, baseURL!, `${address}?/decide`, { action: 'suspend', reason: 'spam', note: '' }));
    await post(staff, baseURL!, `${address}?/decide`, { action: 'warn', reason: 'spam', note: 'Mở nhiều tài khoản' });
    await post(staff, baseURL!, `${address}?/give`, { role: 'moderator', wards: '00070', reason: 'Phụ trách phường' });
    await post(staff, baseURL!, `${address}?/give`, { role: 'administrator', reason: 'Thay người nghỉ hưu' });
    await check(await staff.get(`${address}?done=`));
  }
});

test('the pages of one machine', async ({ request }) => {
  for (const page of ['/dev', '/dev/mail']) await check(await request.get(page));
});

type Names = Record<string, string>;
const namesOf = (ids: Names): Names =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name.toUpperCase(), id]));

function at(language: 'vi' | 'en', page: string, names: Names): string {
  return localPath(language, page).replaceAll(/[A-Z]{4,}/g, (name) => names[name] ?? name);
}

function post(request: APIRequestContext, origin: string, address: string, form: Names) {
  return request.post(address, { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
}

/** A challenge with a comment and a solution, and a draft. */
async function makeThings(request: APIRequestContext, token: string): Promise<Names> {
  const send = async (path: string, data: object): Promise<string> =>
    (await (await request.post(`/api/v1${path}`, { data, headers: { authorization: `Bearer ${token}` } })).json()).id;
  const text = {
    title: 'Ngõ ngập sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.',
    body: 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước **tạm thời** trong ngõ.',
  };
  const raised = { ...text, programme: 'P5', ward: '00331', tags: ['ngập lụt'] };
  const challenge = await send('/challenges', raised);
  const draft = await send('/challenges', { ...raised, draft: true });
  const solution = await send(`/challenges/${challenge}/solutions`, text);
  await send(`/solutions/${solution}/submit`, {});
  const comment = await send(`/challenges/${challenge}/comments`, { body: 'Nhà tôi ở ngay đây' });
  await send(`/challenges/${challenge}/comments`, { body: 'Nhà tôi cũng vậy', parentId: comment });
  return { challenge, draft, solution, comment };
}

/** Opens a page that only some see, and checks that it is this page: a session that has ended leads to the page to sign in. */
async function checkAt(reader: APIRequestContext, path: string): Promise<void> {
  const answer = await reader.get(path);
  expect(answer.url().endsWith(path), `${path} led to ${answer.url()}`).toBe(true);
  await check(answer);
}

/** Each fault once, with where it is. */
async function check(answer: { url(): string; text(): Promise<string>; status(): number }): Promise<void> {
  expect(answer.status(), answer.url()).toBeLessThan(500);
  const { results } = await validator.validateString(await answer.text());
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`),
  );
  expect.soft([...new Set(faults)], answer.url()).toEqual([]);
}
