/**
 * Every page, in both languages: answers, fits the screen, has no accessibility violation, and asks for nothing it may not.
 * Each is loaded once and looked at as wide as a phone and as a desktop, and in both schemes: all these differ by style sheets alone.
 * Colours do not depend on the language: each width is held against axe in one scheme in Vietnamese, in the other in English.
 * Contrasts are measured on one of the pages that are made of the same parts.
 */
import { type APIRequestContext, type ConsoleMessage, expect, type Page, test } from '@playwright/test';
import { violationsOf } from './axe';
import { administratorsPages, alike, ownPages, publicPages } from './pages';
import { findSubjects, localPath, newEmail, openSession, sessionOf } from './site';

const languages = ['vi', 'en'] as const;
const phone = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };
/** The widths of a page in each language, and the scheme it is looked at in there. A scheme changes nothing but colours. */
const screens = {
  vi: [
    { size: phone, colorScheme: 'light' },
    { size: desktop, colorScheme: 'dark' },
  ],
  en: [
    { size: phone, colorScheme: 'dark' },
    { size: desktop, colorScheme: 'light' },
  ],
} as const;

const sameWithoutScripts =
  'What is different without scripts is so in both languages; the words are measured with them';

for (const language of languages) {
  for (const page of publicPages) {
    test(`${language} ${page}`, async ({ page: tab, request, javaScriptEnabled }) => {
      test.skip(javaScriptEnabled === false && language === 'en', sameWithoutScripts);
      const subjects = Object.entries(await findSubjects(request));
      const path = subjects.reduce((one, [name, id]) => one.replace(name.toUpperCase(), id), localPath(language, page));
      const isMissing = page === '/no-such-page';
      await look(tab, path, { language, isMissing, hasAxe: javaScriptEnabled !== false, hasContrast: !alike[page] });
    });
  }

  // Looked at by somebody who is signed in on three devices.
  test(`${language} pages of one's own`, async ({ page: tab, request, baseURL, javaScriptEnabled }) => {
    const email = newEmail('trang-cua-toi');
    let token = '';
    for (let device = 0; device < 3; device++) token = await openSession(tab, request, email);
    await tab.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
    for (const page of ownPages) {
      const hasAxe = javaScriptEnabled !== false;
      await look(tab, localPath(language, page), { language, isMissing: false, hasAxe, hasContrast: !alike[page] });
      expect(new URL(tab.url()).pathname).toBe(localPath(language, page).split('?')[0]);
    }
  });

  test(`${language} pages of administrators`, async ({ page: tab, request, baseURL, javaScriptEnabled }) => {
    test.skip(javaScriptEnabled === false, sameWithoutScripts);
    const value = await sessionOf(request, baseURL!, 'Quản trị viên');
    await tab.context().addCookies([{ name: 'session', value, url: baseURL! }]);
    for (const page of administratorsPages) {
      const path = localPath(language, page);
      await test.step(page, () => look(tab, path, { language, isMissing: false, hasAxe: true }));
      // Not the page to sign in.
      expect(new URL(tab.url()).pathname).toBe(path);
    }
  });

  test(`${language} pages of moderators, and of an author about whom they decided`, async ({
    page: tab,
    request,
    baseURL,
    javaScriptEnabled,
  }) => {
    const author = await openSession(tab, request, newEmail('tac-gia'));
    const moderator = await sessionOf(request, baseURL!, 'Người kiểm duyệt');
    const { challenge, decision, waiting } = await makeDecided(request, { author, moderator });
    const pages = {
      [moderator]: ['/moderation', '/moderation?kind=order', `/moderation/${waiting}`, `/report/${challenge}`],
      [author]: [`/decisions/${decision}`, '/me/decisions', `/challenges/${challenge}`],
    };
    for (const [token, paths] of Object.entries(pages)) {
      await tab.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
      for (const path of paths) {
        const hasAxe = javaScriptEnabled !== false;
        await look(tab, localPath(language, path), { language, isMissing: false, hasAxe, hasContrast: !alike[path] });
        expect(new URL(tab.url()).pathname).toBe(localPath(language, path).split('?')[0]);
      }
    }
  });
}

/** A challenge of the author that the moderator hid, and a comment of theirs that waits to be decided. */
async function makeDecided(request: APIRequestContext, { author, moderator }: { author: string; moderator: string }) {
  const post = async (token: string, path: string, data: object): Promise<string> => {
    const answer = await request.post(`/api/v1${path}`, { data, headers: { authorization: `Bearer ${token}` } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()).id;
  };
  const challenge = await post(author, '/challenges', {
    title: 'Ngõ ngập sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.',
    body: 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước tạm thời trong ngõ.',
    programme: 'P5',
  });
  const comment = await post(author, `/challenges/${challenge}/comments`, { body: 'Bán máy bơm giá rẻ' });
  const open = (subject: string) => post(moderator, '/moderation/items', { subject, reason: 'spam' });
  const [item, waiting] = [await open(challenge), await open(comment)];
  const facts = { reason: 'spam', note: 'Bài rao bán hàng.' };
  const decision = await post(moderator, `/moderation/items/${item}/decisions`, { action: 'hide', ...facts });
  return { challenge, decision, waiting };
}

test('the people of the demo, on one machine', async ({ page: tab, javaScriptEnabled }) => {
  await look(tab, '/dev', { language: 'vi', isMissing: false, hasAxe: javaScriptEnabled !== false });
  await tab.getByRole('listitem').filter({ hasText: 'Quản trị viên' }).getByRole('button').click();
  await expect(tab).toHaveURL('/');
  await tab.goto('/me');
  await expect(tab.getByText('Quản trị viên').first()).toBeVisible();
});

type Look = { language: (typeof languages)[number]; isMissing: boolean; hasAxe: boolean; hasContrast?: boolean };

/** Opens the page and looks for everything every page must be; axe runs as a script in it, also where its own may not. */
async function look(tab: Page, path: string, { language, isMissing, hasAxe, hasContrast = true }: Look): Promise<void> {
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage) => message.type() === 'error' && complaints.push(message.text());
  const hearFault = (error: Error) => complaints.push(error.message);
  tab.on('console', hear);
  tab.on('pageerror', hearFault);
  const answer = await tab.goto(path);
  expect(answer?.status()).toBe(isMissing ? 404 : 200);
  await expect(tab.locator('html')).toHaveAttribute('lang', language);
  await expect(tab.locator('h1')).toHaveCount(1);
  for (const { size, colorScheme } of screens[language]) {
    await tab.setViewportSize(size);
    expect(await overflowOf(tab), `sideways scrolling at ${size.width} px`).toBe(0);
    if (!hasAxe) continue;
    await wear(tab, colorScheme);
    expect(await violationsOf(tab, { hasContrast }), `${size.width} px wide, ${colorScheme}`).toEqual([]);
  }
  tab.off('console', hear);
  tab.off('pageerror', hearFault);
  expect(complaints.filter((text) => !isMissing || !text.includes('404'))).toEqual([]);
}

/** By how many pixels the page is wider than the screen. */
function overflowOf(tab: Page): Promise<number> {
  return tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Shows the page in this scheme, and waits until it does. */
async function wear(tab: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Colours on their way from one scheme to the other are neither.
  await tab.evaluate(async () => {
    // On a busy machine they begin with the next frame.
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  });
}

test('text twice as large still fits a phone', async ({ page, request }) => {
  const { challenge } = await findSubjects(request);
  await page.setViewportSize(phone);
  for (const path of ['/', '/challenges', `/challenges/${challenge}`, '/challenges/new', '/map', '/tim-kiem?q=ngap']) {
    await page.goto(path);
    // Whatever people write: here every title and text on the page ends in a word longer than the screen.
    await page.evaluate(() => {
      for (const text of document.querySelectorAll('main :is(h1, h2, h3, p) a, main :is(h1, h2, h3), main p'))
        text.append(' 179570596212317957059621231795705962123');
    });
    // A style sheet would be refused by the site's own policy; the property itself is what a browser's setting changes.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expect(page.locator('html')).toHaveCSS('font-size', '32px');
    expect(await overflowOf(page), path).toBe(0);
  }
});

test('pictures have their place before they have come', async ({ page, request }) => {
  const { items } = await (await request.get('/api/v1/solutions?sort=new&limit=100')).json();
  const { id } = items.find(({ images }: { images: object[] }) => images.length > 0);
  // They never come.
  await page.route('**/media/**', () => undefined);
  await page.goto(`/solutions/${id}`, { waitUntil: 'domcontentloaded' });
  const { width, height } = (await page.locator('.gallery img').first().boundingBox())!;
  expect(height / width).toBeCloseTo(3 / 4, 1);
});

test('names, titles and tags without a blank fit every page they stand on', async ({ page, request, baseURL }) => {
  const token = await openSession(page, request, newEmail('ten-rat-dai'));
  const send = async (method: 'post' | 'patch', path: string, data?: object) => {
    const answer = await request[method](`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  // Two letters in turn: content rules find one sign that goes on and on, and capitals.
  const long = (length: number) => 'wm'.repeat(length).slice(0, length);
  await send('patch', '/me', { name: long(40) });
  const texts = { title: long(120), summary: long(300), body: `**${long(400)}**`, tags: [long(30)] };
  const challenge = await send('post', '/challenges', { ...texts, programme: 'P5' });
  const solution = await send('post', `/challenges/${challenge.id}/solutions`, texts);
  await send('post', `/solutions/${solution.id}/submit`);
  const comment = await send('post', `/challenges/${challenge.id}/comments`, { body: long(300) });
  await send('post', `/challenges/${challenge.id}/comments`, { body: `_${long(99)}_`, parentId: comment.id });
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  const paths = [
    `/challenges/${challenge.id}?reply=${comment.id}`,
    `/challenges/${challenge.id}?edit=${comment.id}`,
    `/challenges/${challenge.id}/edit`,
    `/challenges/${challenge.id}/solutions/new`,
    `/solutions/${solution.id}`,
    `/solutions/${solution.id}/edit`,
    `/challenges?tag=${long(30)}`,
    '/challenges?sort=new',
    '/me',
    '/me/challenges',
    '/me/solutions',
    '/me/comments',
  ];
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBeLessThan(500);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
});

test('a preview is what the page will be', async ({ page, request, baseURL }) => {
  const token = await openSession(page, request, newEmail('xem-truoc'));
  const body = [
    '\tKính gửi **Sở:**tôi tên là Lan, bể 5*20*3 m, họ tên:____ngày:____',
    '1) một\n3) ba',
    '| Năm | mm |\n|-|-|\n| 2025 | &#x202E;1|',
    '![cây](https://example.org/cay.png) www.hanoi.gov.vn/a_b_c',
  ].join('\n\n');
  const data = { title: 'Bể trữ nước mưa ở sân trường', summary: 'Sân trường ngập sau mỗi trận mưa lớn.', body };
  const headers = { authorization: `Bearer ${token}` };
  const made = await request.post('/api/v1/challenges', { headers, data: { ...data, programme: 'P5' } });
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  await page.goto(`/challenges/${(await made.json()).id}`);
  // Without the marks that Svelte leaves for itself.
  const prose = async () => (await page.locator('.prose').first().innerHTML()).replace(/<!--.*?-->/g, '').trim();
  const shown = await prose();
  expect(shown).toContain('<strong>Sở:</strong>tôi');
  await page.goto('/challenges/new');
  await page.locator('[name=body]').fill(body);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.locator('.prose')).toHaveCount(1);
  expect(await prose()).toBe(shown);
});
