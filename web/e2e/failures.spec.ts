/** Signing in through a provider that is left, in two tabs, or gone back to: nobody ends on an answer for programs. */
import { expect, type Page, test } from '@playwright/test';

async function leave(page: Page): Promise<void> {
  await page.goto('/sign-in?next=/challenges');
  await page.getByRole('link', { name: /Danh tính thử/ }).click();
  await expect(page).toHaveURL(/\/dev\/oidc/);
}

async function enter(page: Page, number = someNumber()): Promise<void> {
  await page.locator('[name=number]').fill(number);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

const someNumber = () => String(Math.floor(Math.random() * 1e12)).padStart(12, '0');

test('two tabs sign in side by side', async ({ page, context }) => {
  const other = await context.newPage();
  await leave(page);
  await leave(other);
  const number = someNumber();
  await enter(page, number);
  await expect(page).toHaveURL(/\/challenges$/);
  await enter(other, number);
  await expect(other).toHaveURL(/\/challenges$/);
});

test('who stops is told so, and begins again with the way on kept', async ({ page }) => {
  await leave(page);
  await page.getByRole('button', { name: 'Thôi' }).click();
  await expect(page).toHaveURL(/\/sign-in\?problem=oidc_cancelled/);
  await expect(page.getByRole('alert')).toContainText('Bạn đã dừng đăng nhập bằng định danh điện tử');
  await page.getByRole('link', { name: /Danh tính thử/ }).click();
  await enter(page);
  await expect(page).toHaveURL(/\/challenges$/);
});

test('the address one came back by, opened again, leads on', async ({ page }) => {
  await leave(page);
  let callback = '';
  page.on('request', (request) => {
    if (request.url().includes('/auth/oidc/callback')) callback = request.url();
  });
  await enter(page);
  await expect(page).toHaveURL(/\/challenges$/);
  await page.goto(callback);
  await expect(page).toHaveURL(/\/challenges$/);
  await page.context().clearCookies();
  await page.goto(callback);
  await expect(page).toHaveURL(/\/sign-in\?problem=oidc_failed/);
  await expect(page.getByRole('alert')).toBeVisible();
});
