/**
 * A moderator's hour: everything that waits in the demo, of every kind, decided by keyboard alone, and again by taps on a phone. Each on a
 * site of its own, as other journeys look at the demo's items.
 */
import { itemKinds, type WholeModerationItem } from '@hanoi/core/moderation/schema';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { sessionOf } from './site';
import { startDemo } from './start-site';

type Action = WholeModerationItem['possible'][number];
/** How the items of a kind are settled in turn: the mild ways and the hard ones. */
const ways: Record<WholeModerationItem['kind'], Action[]> = {
  report: ['hide', 'approve', 'warn', 'redact', 'approve', 'limit'],
  rule: ['approve', 'hide'],
  'first-post': ['return', 'approve'],
  duplicate: ['merge', 'approve'],
  appeal: ['uphold', 'overturn'],
  order: ['hide'],
  moderator: ['hide'],
  votes: ['quarantine'],
};

/** What a moderator does with the hands, whichever way. */
type Hands = {
  openFirst(): Promise<void>;
  keep(): Promise<void>;
  choose(action: Action, of: readonly Action[]): Promise<void>;
  /** The first reason that is offered. */
  chooseReason(): Promise<void>;
  write(field: string, text: string): Promise<void>;
  tick(field: string): Promise<void>;
  /** The next one: a day that every language types alike. */
  chooseNewYear(field: string): Promise<void>;
  follow(link: RegExp): Promise<void>;
  takeOver(reason: string): Promise<void>;
  send(): Promise<void>;
};

function nextYear(): number {
  return new Date().getFullYear() + 1;
}

function keysOf(page: Page): Hands {
  const { keyboard } = page;
  /** As far as somebody goes with the tabulator without losing patience. */
  const tabTo = async (selector: string, most = 30) => {
    const isThere = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let steps = 0; steps < most && !(await isThere()); steps++) await keyboard.press('Tab');
    expect(await isThere(), `${selector} is reached by Tab`).toBe(true);
  };
  return {
    openFirst: async () => {
      await keyboard.press('j');
      await keyboard.press('Enter');
    },
    keep: () => keyboard.press('a'),
    choose: async (action, of) => {
      await keyboard.press(action === 'hide' ? 'h' : String((of.indexOf(action) + 1) % 10));
      await expect(page.locator(`[name=action][value=${action}]`)).toBeChecked();
    },
    chooseReason: () => keyboard.press('ArrowDown'),
    write: async (field, text) => {
      await tabTo(`[name=${field}]`, 6);
      await keyboard.press('Control+A');
      await keyboard.insertText(text);
    },
    tick: async (field) => {
      await tabTo(`[name=${field}]`, 4);
      await keyboard.press('Space');
    },
    chooseNewYear: async (field) => {
      await tabTo(`[name=${field}]`, 6);
      await keyboard.type(`0101${nextYear()}`);
    },
    follow: async (link) => {
      const id = 'followed';
      await page
        .getByRole('link', { name: link })
        .first()
        .evaluate((found, name) => found.setAttribute('data-test', name), id);
      await tabTo(`[data-test=${id}]`);
      await keyboard.press('Enter');
    },
    takeOver: async (reason) => {
      await keyboard.press('c');
      await keyboard.insertText(reason);
      await keyboard.press('Enter');
    },
    send: () => keyboard.press('Control+Enter'),
  };
}

function thumbsOf(page: Page): Hands {
  return {
    openFirst: () => page.locator('[data-row] a').first().tap(),
    keep: () => page.getByRole('button', { name: 'Giữ nguyên, sang việc tiếp' }).tap(),
    choose: (action) => page.locator(`[name=action][value=${action}]`).tap(),
    chooseReason: async () => {
      await page.getByLabel('Vì lý do nào?').selectOption({ index: 1 });
    },
    write: (field, text) => page.locator(`form[data-decide] [name=${field}]`).fill(text),
    tick: (field) => page.locator(`[name=${field}]`).first().tap(),
    chooseNewYear: (field) => page.locator(`[name=${field}]`).fill(`${nextYear()}-01-01`),
    follow: (link) => page.getByRole('link', { name: link }).first().tap(),
    takeOver: async (reason) => {
      await page.getByLabel('Vì sao bạn nhận thay?').fill(reason);
      await page.getByRole('button', { name: 'Nhận thay' }).tap();
    },
    send: () => page.getByRole('button', { name: 'Ghi kết quả' }).tap(),
  };
}

/** What `action` asks for beyond a reason. */
async function fillIn(hands: Hands, action: Action, item: WholeModerationItem): Promise<void> {
  if (action === 'redact') await hands.write('passages', item.body.split('\n')[0]!.slice(0, 12).trim());
  if (action === 'limit') await hands.chooseNewYear('until');
  if (action === 'quarantine') await hands.tick('groups');
  await hands.write('note', `Đã đọc kỹ và xử lý: ${action}.`);
}

async function settle(page: Page, hands: Hands, item: WholeModerationItem, action: Action): Promise<void> {
  if (item.claim) {
    await hands.takeOver('Người giữ việc đã hết ca.');
    await expect(page.getByRole('heading', { name: /^Bạn đang xử lý/ })).toBeVisible();
  }
  if (action === 'approve') return hands.keep();
  if (action === 'merge') {
    await hands.follow(/^Chọn “.*” và xem trước$/);
    await expect(page.getByRole('heading', { name: 'Nếu gộp' })).toBeVisible();
  }
  await hands.choose(action, item.possible);
  if (!item.appealed && item.reasons.length === 0) await hands.chooseReason();
  await fillIn(hands, action, item);
  await hands.send();
}

/** Decides whatever waits; the kinds that were decided. */
async function playHour(browser: Browser, options: BrowserContextOptions, handsOf: (page: Page) => Hands) {
  const { origin, stop } = await startDemo();
  const context = await browser.newContext({ ...options, baseURL: origin });
  try {
    const token = await sessionOf(context.request, origin, 'Người kiểm duyệt');
    await context.addCookies([{ name: 'session', value: token, url: origin }]);
    const page = await context.newPage();
    const hands = handsOf(page);
    const done: WholeModerationItem['kind'][] = [];
    await page.goto('/moderation');
    for (let step = 0; step < 60; step++) {
      if (new URL(page.url()).pathname === '/moderation') {
        if ((await page.locator('[data-row]').count()) === 0) break;
        await hands.openFirst();
        await page.waitForURL(/\/moderation\/itm_/);
      }
      // Whoever comes from the decision before sees what the next one is about.
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
      const id = page.url().match(/itm_\w+/)![0];
      const answer = await context.request.get(`/api/v1/moderation/items/${id}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const item: WholeModerationItem = await answer.json();
      const before = done.filter((kind) => kind === item.kind).length;
      const mine = ways[item.kind].filter((action) => item.possible.includes(action));
      await settle(page, hands, item, mine[before % mine.length]!);
      await page.waitForURL((url) => !url.pathname.endsWith(id), { timeout: 20_000 });
      await expect(page.getByText('Đã ghi kết quả')).toBeVisible();
      done.push(item.kind);
    }
    await expect(page.getByText('Không còn việc nào đang chờ')).toBeVisible();
    return done;
  } finally {
    await context.close();
    await stop();
  }
}

test.describe('a moderator’s hour', () => {
  test.beforeEach(({ browserName: _ }, { project }) => {
    test.skip(project.name !== 'desktop', 'once is enough');
    test.setTimeout(180_000);
  });

  for (const [how, options, handsOf] of [
    ['by keyboard alone', { viewport: { width: 1280, height: 800 } }, keysOf],
    ['on a phone', { viewport: { width: 360, height: 700 }, hasTouch: true }, thumbsOf],
  ] as const)
    test(`everything that waits, of every kind, ${how}`, async ({ browser }) => {
      const done = await playHour(browser, options, handsOf);
      expect(done.length).toBeGreaterThanOrEqual(25);
      expect(new Set(done)).toEqual(new Set(itemKinds));
    });
});
