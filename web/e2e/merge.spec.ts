/** A merge and its undoing, on a phone, with scripts and without: found, previewed, decided, answered by a supporter, taken apart. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { violationsOf } from './axe';
import { newEmail, openSession, sessionOf } from './site';

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name === 'desktop', 'it is tried on a phone');
  test.slow();
});

function callerOf(request: APIRequestContext, token: string) {
  return async (method: 'get' | 'post' | 'put', path: string, data?: object) => {
    const answer = await request[method](`/api/v1${path}`, { data, headers: { authorization: `Bearer ${token}` } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
}

async function signIn(page: Page, baseURL: string, token: string): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL }]);
}

const makeChallenge = (title: string) => ({
  title,
  summary: 'Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.',
  body: 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước tạm thời trong ngõ.',
  programme: 'P5',
});

test('a merge and its undo', async ({ page, baseURL }, { project }) => {
  const { request } = page;
  // What axe finds does not depend on scripts.
  const isAccessible = async () => {
    if (project.name === 'phone') expect(await violationsOf(page)).toEqual([]);
  };
  // Words that no other run has.
  const place = `Xóm ${project.name === 'phone' ? 'Đình' : 'Chùa'} ${Date.now()}`;
  const [first, second] = [`Ngõ ${place} ngập sau mưa`, `Ngập nặng ở ngõ ${place}`];
  const authorToken = await openSession(page, request, newEmail('nguoi-neu'));
  const supporterToken = await openSession(page, request, newEmail('nguoi-ung-ho'));
  const [author, supporter] = [callerOf(request, authorToken), callerOf(request, supporterToken)];
  const from = await author('post', '/challenges', makeChallenge(first));
  const into = await supporter('post', '/challenges', makeChallenge(second));
  await supporter('put', `/challenges/${from.id}/support`);
  const moderatorToken = await sessionOf(request, baseURL!, 'Người kiểm duyệt');
  const staff = callerOf(request, moderatorToken);
  const item = await staff('post', '/moderation/items', { subject: from.id, reason: 'duplicate' });

  await signIn(page, baseURL!, moderatorToken);
  await page.goto(`/moderation/${item.id}?merge`);
  const find = page.getByLabel('Tìm theo từ');
  await find.fill(place);
  await page.getByRole('button', { name: 'Tìm', exact: true }).last().click();
  await page.getByRole('link', { name: `Chọn “${second}” và xem trước` }).click();
  await expect(page.getByRole('heading', { name: 'Nếu gộp' })).toBeVisible();
  await expect(page.getByText('Ủng hộ cả hai: 0.')).toBeVisible();
  await isAccessible();
  await expect(page.getByRole('radio', { name: /^Gộp/ })).toBeChecked();
  await expect(page.getByLabel('Mã hoặc địa chỉ của bài gộp vào')).toHaveValue(into.id);
  await page.getByLabel('Điều bạn thấy, nói với người viết').fill('Cùng một ngõ, cùng một chuyện.');
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  await expect(page.getByText('Đã ghi kết quả')).toBeVisible();

  // A reader with the old address is led on, and can still read what was said there.
  await signIn(page, baseURL!, supporterToken);
  await page.goto(`/challenges/${from.id}`);
  await expect(page).toHaveURL(new RegExp(`/challenges/${into.id}\\?merged-from=${from.id}`));
  await expect(page.getByText(`Bạn vừa mở “${first}”, bài đã được gộp vào đây.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Cùng nêu' })).toBeVisible();
  await isAccessible();
  await page.getByRole('button', { name: `Chuyển lượt ủng hộ của “${first}”` }).click();
  await expect(page.getByText('Lượt ủng hộ của bạn đã chuyển sang.')).toBeVisible();
  expect(await supporter('get', `/challenges/${into.id}/viewer`)).toMatchObject({ supported: true });
  await page.getByRole('link', { name: 'Đọc bài ấy' }).click();
  await expect(page.getByText('Thách thức này đã được gộp vào một thách thức khác')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ủng hộ/ })).toHaveCount(0);
  await page.goto('/me/merges');
  await expect(page.getByRole('link', { name: first })).toBeVisible();
  await isAccessible();

  // The author reads why; the moderator takes it apart again.
  await signIn(page, baseURL!, authorToken);
  await page.goto('/me/decisions');
  await page.getByRole('link', { name: 'Bài được gộp vào một bài nói cùng việc' }).click();
  await expect(page.getByText('Cùng một ngõ, cùng một chuyện.')).toBeVisible();
  await expect(page.getByRole('link', { name: second })).toBeVisible();
  const again = await staff('post', '/moderation/items', { subject: from.id, reason: 'other' });
  await signIn(page, baseURL!, moderatorToken);
  await page.goto(`/moderation/${again.id}`);
  await page.getByRole('radio', { name: /^Tách ra/ }).check();
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  await expect(page.getByText('Đã ghi kết quả')).toBeVisible();
  await expect
    .poll(async () => (await supporter('get', `/challenges/${from.id}/viewer`)).supported, { timeout: 30_000 })
    .toBe(true);
  expect(await supporter('get', `/challenges/${into.id}/viewer`)).toMatchObject({ supported: false });
  await page.goto(`/challenges/${from.id}`);
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
});
