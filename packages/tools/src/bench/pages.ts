/** What a page weighs on a first visit, and how long a cheap phone on a slow line waits for it, in a real browser. */
import { type Browser, chromium } from '@playwright/test';
import { type BundleFigures, measureBundle } from './bundle.ts';
import type { City } from './fill/city.ts';

export type PageFigure = {
  name: string;
  /** Bytes on the line, by kind. */
  script: number;
  style: number;
  font: number;
  document: number;
  requests: number;
  paintMs: number;
  blockingMs: number;
  shift: number;
};
export type PageFigures = { bundle: BundleFigures; pages: PageFigure[] };

/** 1.6 Mbit/s, 150 ms round trip, four times slower CPU. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slowdown = 4;
const settleMs = 3_000;

/** Measures the home page and a challenge page of a running site, and the API's bundle. */
export async function measurePages(root: string, origin: string, city: City): Promise<PageFigures> {
  const browser = await launch();
  try {
    const pages = [
      await measurePage(browser, 'home page', `${origin}/`),
      await measurePage(browser, 'challenge page', `${origin}/challenges/${city.talkedAbout}`),
    ];
    return { bundle: await measureBundle(root), pages };
  } finally {
    await browser.close();
  }
}

/** Chromium from npm, with none of the flags it proposes: they switch web security off. */
async function launch(): Promise<Browser> {
  // Read when it is imported: it unpacks the libraries that go with this system.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: pack } = await import('@sparticuz/chromium');
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: await pack.executablePath(), args: [...flags, ...quiet] });
}

type Kind = 'script' | 'style' | 'font' | 'document';
const kinds: Record<string, Kind> = { Script: 'script', Stylesheet: 'style', Font: 'font', Document: 'document' };

async function measurePage(browser: Browser, name: string, url: string): Promise<PageFigure> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slowLine);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // Brotli would be smaller: the bars are for gzip.
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  const bytes = { script: 0, style: 0, font: 0, document: 0 };
  let requests = 0;
  const kindOf = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests++;
    const kind = kinds[kindOf.get(requestId) ?? ''];
    if (kind) bytes[kind] += encodedDataLength;
  });
  await page.addInitScript(observe);
  const answer = await page.goto(url, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}.`);
  await page.waitForTimeout(settleMs);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await context.close();
  return { name, ...bytes, requests, ...seen };
}

type Seen = { paintMs: number; blockingMs: number; shift: number };

/** Runs in the page: its largest paint, the time beyond 50 ms of long tasks after the first, and what moved by itself. */
const observe = `
  const tasks = [];
  let firstPaint = 0;
  const blocking = ({ startTime, duration }) => startTime + duration - Math.max(startTime, firstPaint) - 50;
  const seen = {
    paintMs: 0,
    shift: 0,
    get blockingMs() {
      return tasks.map(blocking).reduce((sum, ms) => sum + Math.max(0, ms), 0);
    },
  };
  globalThis.seen = seen;
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => (seen.paintMs = entry.startTime));
  watch('paint', (entry) => entry.name === 'first-contentful-paint' && (firstPaint = entry.startTime));
  watch('longtask', (entry) => tasks.push(entry));
  watch('layout-shift', (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
`;
