/** A copy of the project for the tests of what is laid out: its sources, with packages of others linked. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
const packages = ['engine', 'testing', 'core', 'i18n', 'search', 'tools'];
const documents = ['docs/states.md', 'docs/glossary.md'];
/** What of the pages is plain code that derives from the kinds: the rest is checked with the pages. */
const ofPages = ['web/src/lib/ui/status-tone.ts', 'web/src/lib/subject/reference.ts', 'web/src/lib/me/my-lists.ts'];

export type Outcome = { code: number; said: string };
export type Project = {
  root: string;
  newFeature(...args: string[]): Promise<Outcome>;
  /** The formatter and the linter, over all that something was laid out in. */
  checkFormat(): Promise<Outcome>;
  /** The types of files and folders, and of all they need; of the tests in a folder only those that are named. */
  checkTypes(sources: { files?: readonly string[]; folders?: readonly string[] }): Promise<Outcome>;
  /** The tests of a package that the filters name. */
  test(folder: string, ...filters: string[]): Promise<Outcome>;
  /** Every source and what is in it, by its path. */
  everyFile(): Record<string, string>;
};

/** A copy that goes when the tests of the calling file have run. */
export function useProject(): Project {
  const copy = copyProject();
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  const run = (...command: string[]) => runNode(copy, command);
  return {
    root: copy,
    newFeature: (...args) => run('packages/tools/src/new-feature/main.ts', ...args),
    checkFormat: () =>
      run('node_modules/@biomejs/biome/bin/biome', 'ci', 'packages/core', 'packages/i18n', 'functions'),
    checkTypes({ files = [], folders = [] }) {
      const config = { extends: './tsconfig.json', files, include: folders, exclude: ['**/*.test.ts'] };
      writeFileSync(join(copy, 'tsconfig.laid-out.json'), JSON.stringify(config));
      return run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.laid-out.json');
    },
    test: (folder, ...filters) =>
      run('node_modules/vitest/vitest.mjs', 'run', '--config', `${folder}/vitest.config.ts`, ...filters),
    everyFile: () => everyFile(copy),
  };
}

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-feature-'));
  const settings = ['package.json', 'tsconfig.json', '.biome.json', '.gitignore'];
  for (const part of [
    ...settings,
    'functions',
    ...packages.map((name) => `packages/${name}`),
    ...documents,
    ...ofPages,
  ]) {
    const filter = (path: string) => !path.endsWith('/node_modules') && !path.includes('/fixtures/');
    cpSync(join(root, part), join(folder, part), { recursive: true, filter });
  }
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@hanoi'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@hanoi' && name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const name of packages) symlinkSync(join(folder, 'packages', name), join(modules, '@hanoi', name));
  symlinkSync(join(folder, 'functions'), join(modules, '@hanoi/functions'));
  return folder;
}

/** Runs a program in the copy; it must not take itself for a part of this test run. */
function runNode(cwd: string, command: readonly string[]): Promise<Outcome> {
  const others = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TABLE_NAME)/.test(name));
  // By itself, vitest leaves a core free, and runs one file after the other where there are two.
  const env = { ...Object.fromEntries(others), VITEST_MAX_WORKERS: '2' };
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd, env, maxBuffer: 16e6 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

function everyFile(copy: string): Record<string, string> {
  const paths = ['functions', 'packages', 'docs', 'web'].flatMap((folder) =>
    readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(copy, join(entry.parentPath, entry.name))),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(copy, path), 'utf8')]));
}
