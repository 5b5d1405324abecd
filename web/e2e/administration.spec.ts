/** An administrator's first day: an organisation is founded and verified, somebody becomes moderator of a ward, and the audit log says so. */
import { expect, type Page, test } from '@playwright/test';
import { violationsOf } from './axe';
import { newEmail, openSession, sessionOf } from './site';

/** What stands in a card of a phone's table below the name of its cell, not beside it. */
function cellsBelowTheirNames(page: Page): Promise<string[]> {
  return page.locator('main td[data-label] > *').evaluateAll((cells) =>
    cells
      .filter(({ parentElement: cell }) => cell && getComputedStyle(cell).display === 'grid')
      .filter((inside) => inside.getBoundingClientRect().left < inside.parentElement!.getBoundingClientRect().left + 40)
      .map(({ textContent }) => textContent),
  );
}

test('an organisation is founded and verified, a moderator named for a ward, and it stands in the audit log', async ({
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
  await page.getByRole('navigation', { name: 'Các phần quản trị' }).getByRole('link', { name: 'Tổ chức' }).click();
  const slug = `so-thu-${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  await page.getByLabel('Tên đầy đủ').fill('Sở Thử nghiệm');
  await page.getByLabel('Tên rút gọn').fill(slug);
  await page.locator('#field-reason-found').fill('Công văn 12');
  await page.getByRole('button', { name: 'Lập tổ chức này' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sở Thử nghiệm');
  await page.getByLabel('Đã xem giấy tờ gì').fill('Quyết định thành lập');
  await page.getByLabel('Xem ở đâu').fill('Bản gốc tại Sở Nội vụ');
  await page.getByRole('button', { name: 'Ghi xác minh' }).click();
  await expect(page.getByText('Đã làm xong')).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('link', { name: 'Trang công khai' }).click();
  await expect(page.locator('main')).toContainText('Đã xác minh ngày');
  await expect(page.locator('main')).not.toContainText('Sở Nội vụ');
  await page.goto('/admin');
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
  expect(await cellsBelowTheirNames(page)).toEqual([]);
  await expect(page.locator('main')).not.toContainText('Cán bộ phụ trách phường');
  expect(await violations()).toEqual([]);
});
