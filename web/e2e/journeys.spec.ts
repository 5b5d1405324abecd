/** The journeys of a citizen and of an expert, each from a first visit, with and without scripts. */
import { expect, type Page, test } from '@playwright/test';
import { codeFor, findSubjects, newEmail, openSession } from './site';

const title = () => `Ngõ ngập sau mỗi trận mưa lớn, số ${Math.floor(Math.random() * 1e9)}`;

/** Answers the form's two questions: the address, then the code that was sent there. */
async function signInHere(page: Page, email: string): Promise<void> {
  await page.locator('[name=signInEmail]').fill(email);
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  await page.locator('[name=signInCode]').fill(await codeFor(page, email));
  await page
    .locator('form', { has: page.locator('[name=signInCode]') })
    .locator('.sign-in button')
    .first()
    .click();
}

/** Answers the question that comes before the first thing somebody publishes. */
async function giveName(page: Page, name: string): Promise<void> {
  await page.locator('[name=signInName]').fill(name);
  await page.getByRole('button', { name: 'Lưu tên và gửi' }).click();
}

async function fillChallenge(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tiêu đề').fill(name);
  await page.getByLabel('Tóm tắt').fill('Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.');
  await page
    .locator('[name=body]')
    .fill('Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước **tạm thời** trong ngõ.');
  await page.locator('[name=programme][value=P5]').check();
  await page.locator('select[name=ward]').selectOption('00331');
}

test('a citizen raises a challenge, signing in on the way, and follows what comes of it', async ({ page }) => {
  const name = title();
  await page.goto('/');
  await page.getByRole('link', { name: 'Nêu thách thức' }).filter({ visible: true }).first().click();
  await fillChallenge(page, name);
  await page.getByRole('button', { name: 'Đăng thách thức' }).click();
  await signInHere(page, newEmail('cong-dan'));
  await giveName(page, 'Trần Thị Ngõ');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page).toHaveURL(/\/challenges\/chl_/);
  await expect(page.locator('.prose strong')).toHaveText('tạm thời');
  await expect(page.locator('.byline')).toContainText('Trần Thị Ngõ');
  await page
    .getByRole('button', { name: /Ủng hộ/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByText('Cảm ơn bạn đã ủng hộ. Hiện có 1 lượt ủng hộ.').first()).toBeAttached();
  await page.goto('/me/challenges');
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a citizen supports and withdraws, and a reload sends nothing again', async ({ page, request }) => {
  const { challenge } = await findSubjects(request);
  const count = async () =>
    ((await (await request.get(`/api/v1/challenges/${challenge}`)).json()) as { support: number }).support;
  await page.goto(`/challenges/${challenge}`);
  await page
    .getByRole('button', { name: /Ủng hộ/ })
    .filter({ visible: true })
    .first()
    .click();
  await signInHere(page, newEmail('nguoi-ung-ho'));
  await expect(page.getByText(/Cảm ơn bạn đã ủng hộ/).first()).toBeAttached();
  const supported = await count();
  await page.reload();
  await page
    .getByRole('button', { name: /Rút lại ủng hộ|Đã ủng hộ/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByText(/Đã rút lại/).first()).toBeAttached();
  expect(supported).toBeGreaterThan(0);
});

test('a citizen comments with a view, is answered, and the words typed survive a mistake', async ({
  page,
  request,
}) => {
  const { solution } = await findSubjects(request);
  const words = `Nhà tôi ở ngay đây, tôi thấy cách này hợp lý ${Date.now()}`;
  await page.goto(`/solutions/${solution}`);
  await page.getByLabel('Bình luận của bạn').fill('a');
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  await expect(page.getByText(/ít nhất 2 ký tự/).first()).toBeVisible();
  await expect(page.getByLabel('Bình luận của bạn')).toHaveValue('a');
  await page.getByLabel('Bình luận của bạn').fill(words);
  await page.getByText('Đồng tình', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  await signInHere(page, newEmail('hang-xom'));
  await giveName(page, 'Lê Hàng Xóm');
  await expect(
    page
      .locator('.prose', { hasText: words })
      .or(page.locator('p', { hasText: words }))
      .first(),
  ).toBeVisible();
});

test('an expert answers a challenge: a draft first, then submitted', async ({ page, request }) => {
  const { challenge } = await findSubjects(request);
  const name = `Bể trữ nước mưa dưới sân trường ${Date.now()}`;
  await page.goto(`/challenges/${challenge}/solutions/new`);
  await page.getByLabel('Tiêu đề').fill(name);
  await page.getByLabel('Tóm tắt').fill('Xây bể ngầm dưới sân trường để giữ nước trong hai giờ đầu của trận mưa.');
  await page
    .locator('[name=body]')
    .fill('Ba sân trường quanh đây đủ chỗ cho bể 600 m³. Nước được bơm ra sông sau khi mưa tạnh.');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await signInHere(page, newEmail('chuyen-gia'));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const address = page.url().split('?')[0]!;
  const id = address.split('/').at(-1)!;
  expect((await request.get(`/api/v1/solutions/${id}`)).status(), 'a draft is nobody else’s to read').toBe(404);
  await page.getByRole('button', { name: 'Gửi giải pháp' }).filter({ visible: true }).first().click();
  await giveName(page, 'Phạm Chuyên Gia');
  await expect(async () => {
    expect(((await (await request.get(`/api/v1/solutions/${id}`)).json()) as { status: string }).status).toBe(
      'submitted',
    );
  }).toPass();
  await page.goto('/me/solutions');
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('what is personal is masked in the preview; kept by a word of its author, it is sent so', async ({ page }, {
  project,
}) => {
  test.skip(project.name === 'desktop', 'it does not depend on the width');
  const name = title();
  await page.goto('/challenges/new');
  await fillChallenge(page, name);
  await page
    .locator('[name=body]')
    .fill('Nước dồn từ phố xuống, cống nhỏ. Ai có cách thì gọi 0912345678 giúp ngõ nhé.');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  const preview = page.locator('#preview');
  await expect(preview).toContainText('gọi 09xxxxxx78 giúp');
  await expect(preview).toContainText('Số điện thoại: sẽ hiện là 09xxxxxx78');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Giữ nguyên như đã viết' }).click();
  await expect(preview).toContainText('gọi 0912345678 giúp');
  await expect(page.getByRole('button', { name: 'Che lại' })).toBeVisible();
  await page.getByRole('button', { name: 'Đăng thách thức' }).click();
  await signInHere(page, newEmail('cong-dan'));
  await giveName(page, 'Trần Thị Ngõ');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.locator('.prose')).toContainText('gọi 0912345678 giúp');
});

test('what was wrong is said, and nothing typed is lost', async ({ page }) => {
  await page.goto('/challenges/new');
  await page.getByLabel('Tiêu đề').fill('Ngắn');
  await page.locator('[name=body]').fill('Chưa đủ dài');
  await page.getByRole('button', { name: 'Đăng thách thức' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel('Tiêu đề')).toHaveValue('Ngắn');
  await expect(page.locator('[name=body]')).toHaveValue('Chưa đủ dài');
  await page.getByRole('link', { name: /ít nhất 8 ký tự/ }).click();
  await expect(page.getByLabel('Tiêu đề')).toBeFocused();
});

test('an old ward’s name finds today’s ward', async ({ page }) => {
  await page.goto('/challenges?place=Tr%C3%BAc%20B%E1%BA%A1ch');
  await expect(page.locator('main')).toContainText('Phường Ba Đình');
});

test('signing in with the demo identity provider comes back to the page', async ({ page }) => {
  await page.goto('/sign-in?next=/me');
  await page
    .getByRole('link', { name: /Danh tính thử/ })
    .or(page.getByRole('button', { name: /Danh tính thử/ }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/dev\/oidc/);
  await page.locator('input:not([type=hidden])').first().fill('001199012345');
  await page.locator('button').first().click();
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByText('Định danh điện tử', { exact: true })).toBeVisible();
});

test('what one sends before signing in with the identity provider is done when one comes back', async ({
  page,
  request,
}) => {
  const { challenge } = await findSubjects(request);
  const throughProvider = async (name: string, identity: string) => {
    await page.getByRole('button', { name: 'Đăng nhập bằng Danh tính thử' }).filter({ visible: true }).first().click();
    await expect(page).toHaveURL(/\/dev\/oidc/);
    await page.locator('[name=name]').fill(name);
    await page.locator('[name=number]').fill(identity);
    await page.locator('button').first().click();
  };
  const count = async () =>
    ((await (await request.get(`/api/v1/challenges/${challenge}`)).json()) as { support: number }).support;
  const identity = String(Date.now()).slice(-12).padStart(12, '0');
  await page.goto(`/challenges/${challenge}`);
  await page
    .getByRole('button', { name: /Ủng hộ/ })
    .filter({ visible: true })
    .first()
    .click();
  await throughProvider('Trần Văn Thử', identity);
  await expect(page).toHaveURL(new RegExp(`/challenges/${challenge}`));
  await expect(page.getByText(/Cảm ơn bạn đã ủng hộ/).first()).toBeAttached();
  expect(await count()).toBeGreaterThan(0);
  await page.context().clearCookies();
  const words = `Xin góp một lời trước khi đăng nhập ${Date.now()}`;
  await page.goto(`/challenges/${challenge}`);
  await page.getByLabel('Bình luận của bạn').fill(words);
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  await throughProvider('Trần Văn Thử', identity);
  await expect(page).toHaveURL(new RegExp(`/challenges/${challenge}.*#cmt_`));
  await expect(page.locator('.prose, p').filter({ hasText: words }).first()).toBeVisible();
  // Without a name to publish under, it is asked for.
  await page.context().clearCookies();
  const others = `Xin góp thêm một lời ${Date.now()}`;
  await page.goto(`/challenges/${challenge}`);
  await page.getByLabel('Bình luận của bạn').fill(others);
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  await throughProvider('12', `9${identity.slice(1)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Bạn đã đăng nhập' })).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục gửi' }).click();
  await giveName(page, 'Lê Thị Mới');
  await expect(page.locator('.prose, p').filter({ hasText: others }).first()).toBeVisible();
});

test('who is signed in elsewhere sees it, and signs out there', async ({ page, request }) => {
  const email = newEmail('nhieu-may');
  await page.goto('/sign-in?next=/me');
  await signInHere(page, email);
  await expect(page).toHaveURL(/^[^?]+\/me$/);
  const tokens: string[] = [];
  for (let device = 0; device < 2; device++) tokens.push(await openSession(page, request, email));
  await page.reload();
  const sessions = page.getByRole('region', { name: 'Các thiết bị đang đăng nhập' });
  await expect(sessions.getByRole('listitem')).toHaveCount(3);
  await sessions.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị khác' }).click();
  await expect(page.getByText('Đã đăng xuất khỏi thiết bị khác')).toBeVisible();
  await expect(sessions.getByText('Bạn chỉ đang đăng nhập trên thiết bị này.')).toBeVisible();
  for (const token of tokens)
    expect((await request.get('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).status()).toBe(401);
});

test('the draft of a challenge survives a reload', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'without scripts, a draft is saved by its button');
  const name = title();
  await page.goto('/challenges/new');
  await page.getByLabel('Tiêu đề').fill(name);
  // Of nobody who is signed in, so it stays in this tab.
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain(name);
  await page.reload();
  await expect(page.getByLabel('Tiêu đề')).toHaveValue(name);
});

test('by keyboard alone: past the header, to a challenge, to its support', async ({ page }) => {
  await page.goto('/challenges');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/Đến nội dung chính/);
  await page.keyboard.press('Enter');
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => /\/challenges\/chl_/.test((document.activeElement as HTMLAnchorElement)?.href ?? '')))
      break;
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/challenges\/chl_/);
  const support = page
    .getByRole('button', { name: /Ủng hộ/ })
    .filter({ visible: true })
    .first();
  for (let step = 0; step < 60 && !(await support.evaluate((button) => button === document.activeElement)); step++) {
    await page.keyboard.press('Tab');
  }
  await expect(support).toBeFocused();
});
