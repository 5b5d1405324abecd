/** What axe finds wrong on a page. Directly, without its builder for Playwright, which puts axe into the page for each run. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** The rules that the page breaks, each with the first element that breaks it. Works where the page's own scripts may not run. */
export async function violationsOf(page: Page, { hasContrast = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(async (enabled) => {
    const rules = { 'color-contrast': { enabled } };
    const { violations } = await window.axe!.run(document, { resultTypes: ['violations'], rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, hasContrast);
}
