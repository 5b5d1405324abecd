/** Every page, in both languages: answers, fits the screen, has no accessibility violation, and asks for nothing it may not. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { findSubjects, localPath } from './site';

const languages = ['vi', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const pages = [
  '/',
  '/challenges',
  '/challenges?programme=P5&sort=top',
  '/challenges?ward=00004&status=closed',
  '/challenges/CHALLENGE',
  '/challenges/new',
  '/challenges/CHALLENGE/solutions/new',
  '/solutions/SOLUTION',
  '/map',
  '/about',
  '/accessibility',
  '/sign-in',
  '/no-such-page',
];

for (const language of languages) {
  for (const page of pages) {
    test(`${language} ${page}`, async ({ page: tab, request, javaScriptEnabled }) => {
      const { challenge, solution } = await findSubjects(request);
      const path = localPath(language, page).replace('CHALLENGE', challenge).replace('SOLUTION', solution);
      const complaints: string[] = [];
      tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      tab.on('pageerror', (error) => complaints.push(error.message));
      const answer = await tab.goto(path);
      expect(answer?.status()).toBe(page === '/no-such-page' ? 404 : 200);
      await expect(tab.locator('html')).toHaveAttribute('lang', language);
      await expect(tab.locator('h1')).toHaveCount(1);
      const overflow = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'sideways scrolling').toBe(0);
      for (const colorScheme of schemes) {
        await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Axe runs as a script in the page, also where the page's own may not.
        if (javaScriptEnabled === false) continue;
        // Colours on their way from one scheme to the other are neither.
        await tab.evaluate(() => {
          for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
        });
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
      expect(complaints.filter((text) => page !== '/no-such-page' || !text.includes('404'))).toEqual([]);
    });
  }
}

test('text twice as large still fits a phone', async ({ page, request }) => {
  const { challenge } = await findSubjects(request);
  for (const path of ['/', '/challenges', `/challenges/${challenge}`, '/challenges/new', '/map']) {
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
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBe(0);
  }
});
