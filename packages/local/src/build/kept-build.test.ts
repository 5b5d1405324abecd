/** A changed, new or removed source triggers a build; a build in use is kept; a failed build changes nothing. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { keepBuild } from './kept-build.ts';

const root = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(root, { recursive: true }));

test('the fingerprint follows the sources', () => {
  mkdirSync(join(root, 'src'));
  const print = () => fingerprint(root, ['src/**/*']);
  const write = (name: string, text: string) => writeFileSync(join(root, 'src', name), text);
  write('a.ts', '1');
  const first = print();
  write('a.test.ts', 'test');
  expect(print()).toBe(first);
  write('b.ts', '1');
  expect(print()).not.toBe(first);
  rmSync(join(root, 'src/b.ts'));
  expect(print()).toBe(first);
  write('a.ts', '22');
  expect(print()).not.toBe(first);
});

test('the fingerprint does not change by what a build of the pages stores among its sources', () => {
  const fonts = join(root, 'web/src/lib/ui/fonts');
  const print = () => fingerprint(root, ['web/src/**/*']);
  mkdirSync(fonts, { recursive: true });
  const before = print();
  writeFileSync(join(fonts, 'be-vietnam-pro-400.woff2'), 'cut');
  expect(print()).toBe(before);
});

describe('a build', () => {
  const link = join(root, 'dist');
  const made: string[] = [];
  const make = (text: string) => async (folder: string) => {
    made.push(text);
    writeFileSync(join(folder, 'main.js'), text);
  };
  const current = () => readFileSync(join(link, 'main.js'), 'utf8');

  test('is made once, replaces a plain folder, and stays while a process uses it', async () => {
    mkdirSync(link);
    await keepBuild(link, 'one', make('one'));
    const used = realpathSync(link);
    await keepBuild(link, 'one', make('again'));
    expect(current()).toBe('one');
    await keepBuild(link, 'two', make('two'));
    expect(current()).toBe('two');
    expect(readFileSync(join(used, 'main.js'), 'utf8')).toBe('one');
    await keepBuild(link, 'one', make('never'));
    expect(current()).toBe('one');
    expect(made).toEqual(['one', 'two']);
  });

  test('that fails leaves the previous one in use', async () => {
    const failing = keepBuild(link, 'three', async () => {
      throw new Error('does not build');
    });
    await expect(failing).rejects.toThrow('does not build');
    expect(current()).toBe('one');
  });

  test('made by several processes at once is one build', async () => {
    // Repeated, because the race (one lists a folder that another renames) does not occur every time.
    for (let round = 0; round < 20; round++) {
      const print = `four-${round}.`;
      await Promise.all(Array.from({ length: 5 }, () => keepBuild(link, print, make(print))));
      expect(current()).toBe(print);
      expect(readdirSync(root).filter((name) => name.startsWith(`.dist-${print}`))).toEqual([`.dist-${print}`]);
    }
  });

  test('made by several processes at once replaces a plain folder', async () => {
    rmSync(link);
    mkdirSync(link);
    await Promise.all(Array.from({ length: 5 }, () => keepBuild(link, 'place', make('place'))));
    expect(current()).toBe('place');
  });

  test('not used for a day is deleted', async () => {
    await keepBuild(link, 'one', make('one'));
    const old = realpathSync(link);
    utimesSync(old, new Date(0), new Date(0));
    await keepBuild(link, 'five', make('five'));
    expect(existsSync(old)).toBe(false);
    expect(current()).toBe('five');
  });
});

test.skipIf(process.getuid?.() !== 0)('a build of another user is used, and nothing of theirs is deleted', async () => {
  const home = mkdtempSync(join(tmpdir(), 'build-of-root-'));
  const link = join(home, 'dist');
  await keepBuild(link, 'fedcba9876543210', async (folder) => writeFileSync(join(folder, 'a'), 'made'));
  chmodSync(home, 0o755);
  // The mode that `npm run build` gives files, independent of the umask of the tests.
  chmodSync(join(link, 'a'), 0o644);
  process.seteuid!(65_534);
  try {
    await keepBuild(link, 'fedcba9876543210', async () => expect.unreachable('it is there'));
    expect(readFileSync(join(link, 'a'), 'utf8')).toBe('made');
  } finally {
    process.seteuid!(0);
    rmSync(home, { recursive: true });
  }
});
