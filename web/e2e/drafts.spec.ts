/** What somebody began to write: theirs alone, kept through a lost connection, an unfinished draft, and gone when it is thrown away. */
import { expect, type Page, test } from '@playwright/test';
import { newEmail, openSession } from './site';

const newPage = '/challenges/new';
const words = () => `Ngõ ngập sau mỗi trận mưa lớn, số ${Math.floor(Math.random() * 1e9)}`;
const titleOf = (page: Page) => page.locator('[name=title]');

async function signInAs(page: Page, baseURL: string, email = newEmail('nguoi-viet')): Promise<string> {
  const value = await openSession(page, page.request, email);
  await page.context().addCookies([{ name: 'session', value, url: baseURL }]);
  return email;
}

/** Types as people do, and waits until the browser has it. */
async function begin(page: Page, title: string): Promise<void> {
  await titleOf(page).fill(title);
  await expect(page.getByText('Đã giữ bản viết dở trong trình duyệt này.')).toBeVisible();
}

const stored = (page: Page) =>
  page.evaluate(() => [localStorage, sessionStorage].flatMap((store) => Object.values(store).map(String)).join());

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'browsers keep nothing without them');

  test('a draft is one person’s, in either language, and gone when they sign out', async ({ page, baseURL }) => {
    const title = words();
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await begin(page, title);
    await page.goto(`/en${newPage}`);
    await expect(titleOf(page)).toHaveValue(title);
    await page.goto('/me');
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click();
    await expect(page).toHaveURL(/\/$/);
    expect(await stored(page)).not.toContain(title);
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await expect(titleOf(page)).toHaveValue('');
  });

  test('the next person sees nothing of one whose session ended by itself', async ({ page, baseURL }) => {
    const title = words();
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await begin(page, title);
    await page.context().clearCookies();
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await expect(titleOf(page)).toHaveValue('');
    expect(await stored(page)).not.toContain(title);
  });

  test('what was begun before signing in goes along, in this tab alone', async ({ page, context, baseURL }) => {
    const title = words();
    await page.goto(newPage);
    await begin(page, title);
    const other = await context.newPage();
    await other.goto(newPage);
    await expect(titleOf(other)).toHaveValue('');
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await expect(titleOf(page)).toHaveValue(title);
  });

  test('without a connection the form stays, says so, and is sent when there is one again', async ({
    page,
    context,
    baseURL,
  }) => {
    const title = words();
    await signInAs(page, baseURL!);
    await page.goto(newPage);
    await begin(page, title);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await expect(page.getByRole('alert')).toContainText('Mất kết nối');
    await expect(titleOf(page)).toHaveValue(title);
    expect(await stored(page)).toContain(title);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await stored(page)).not.toContain(title);
  });

  test('a comment too: it stays on the page, and is forgotten once it is posted', async ({
    page,
    context,
    baseURL,
    request,
  }) => {
    const text = `Nhà tôi ở ngay đây ${Date.now()}`;
    await signInAs(page, baseURL!);
    const { items } = await (await request.get('/api/v1/challenges?sort=top&limit=1')).json();
    await page.goto(`/challenges/${items[0].id}`);
    await page.getByLabel('Bình luận của bạn').fill(text);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi bình luận' }).click();
    await expect(page.getByRole('alert')).toContainText('Mất kết nối');
    await expect(page.getByLabel('Bình luận của bạn')).toHaveValue(text);
    expect(await stored(page)).toContain(text);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Gửi bình luận' }).click();
    await expect(page.locator('.prose', { hasText: text })).toBeVisible();
    expect(await stored(page)).not.toContain(text);
  });
});

test('an unfinished draft is saved, says when, can’t be published, and is thrown away', async ({ page, baseURL }) => {
  await signInAs(page, baseURL!);
  await page.goto(newPage);
  await titleOf(page).fill('Ngập');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByText(/^Đã lưu bản nháp lúc \d\d:\d\d/)).toBeVisible();
  await expect(page).toHaveURL(/\/challenges\/chl_/);
  await page.getByRole('button', { name: 'Đăng thách thức' }).click();
  await expect(
    page.getByText('Bản nháp chưa đăng được vì còn thiếu vài mục. Hãy viết tiếp rồi đăng.').first(),
  ).toBeVisible();
  await page.getByText('Bỏ bản nháp', { exact: true }).click();
  await page.getByRole('button', { name: 'Bỏ hẳn bản nháp này' }).click();
  await expect(page).toHaveURL(/\/me\/challenges\?discarded/);
  await expect(page.getByText('Đã bỏ bản nháp')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ngập', exact: true })).toHaveCount(0);
});

test('two who edit the same: what one did not touch is taken over, what both changed is asked about', async ({
  page,
  baseURL,
}) => {
  await signInAs(page, baseURL!);
  await page.goto(newPage);
  await titleOf(page).fill('Ngập');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page).toHaveURL(/\/challenges\/chl_/);
  const address = new URL(page.url()).pathname;
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(`${address}/edit`);
  const save = (tab: Page) => tab.getByRole('button', { name: 'Lưu nháp' }).click();
  await other.locator('[name=summary]').fill('Mưa là ngập');
  await save(other);
  await expect(other.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible();
  await titleOf(page).fill('Ngập nặng');
  await save(page);
  await expect(page.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible();
  await expect(page.getByText('Mưa là ngập')).toBeVisible();
  for (const tab of [page, other]) await tab.goto(`${address}/edit`);
  await titleOf(other).fill('Ngập sâu');
  await save(other);
  await expect(other.getByText(/^Đã lưu bản nháp lúc/)).toBeVisible();
  await titleOf(page).fill('Ngập lâu');
  await save(page);
  const asked = page.getByRole('alert').filter({ hasText: 'đã có bản mới hơn' });
  await expect(asked.getByRole('heading', { level: 3 })).toHaveText(['Tiêu đề']);
  await page.getByRole('button', { name: 'Dùng bản của tôi thay cho bản mới' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ngập lâu' })).toBeVisible();
});
