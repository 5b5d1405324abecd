/** An administrator's first day, as no page of theirs has a script: somebody becomes moderator of a ward, and the audit log says so. */
import { expect, test } from '@playwright/test';
import { violationsOf } from './axe';
import { newEmail, openSession, sessionOf } from './site';

test('a moderator is named for a ward, and it stands in the audit log', async ({
  page,
  request,
  baseURL,
  javaScriptEnabled,
}) => {
  // axe needs scripts in the browser; the pages are the same.
  const violations = () => (javaScriptEnabled === false ? [] : violationsOf(page));
  const email = newEmail('nga');
  await openSession({ request }, request, email);
  const token = await sessionOf(request, baseURL!, 'Quản trị viên');
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  await page.goto('/me');
  await page.getByRole('link', { name: 'Quản trị', exact: true }).click();
  await page.getByLabel('Tên, địa chỉ email hoặc mã tài khoản').fill(email);
  await page.locator('#main').getByRole('button', { name: 'Tìm', exact: true }).click();
  // The page before lists administrators, by the same links.
  await page.waitForURL(/[?&]q=/);
  await page.locator('main a[href*="/admin/people/"]').last().click();
  await page.getByText('Phường, xã', { exact: true }).click();
  await page.getByLabel('Phường Cửa Nam').check();
  const give = page.getByRole('button', { name: 'Trao vai trò này' });
  await give.click();
  await expect(page.locator('.error-text')).toContainText('Hãy nêu lý do');
  await page.locator('#field-reason-give').fill('Cán bộ phụ trách phường');
  await give.click();
  await expect(page.getByText('Đã làm xong')).toBeVisible();
  await expect(page.getByText('Kiểm duyệt viên, chỉ trong phạm vi Phường Cửa Nam')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('link', { name: 'Xem nhật ký về tài khoản này' }).click();
  await expect(page.locator('main tbody tr')).toHaveCount(1);
  await expect(page.locator('main tbody tr')).toContainText('role: moderator');
  await expect(page.locator('main')).not.toContainText('Cán bộ phụ trách phường');
  expect(await violations()).toEqual([]);
});
