/** A feature that was laid out in a copy of the project passes its types, its own tests and those of access; a refusal changes nothing. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';
import { spell } from './name.ts';

const root = resolve(import.meta.dirname, '../../../..');
const packages = ['engine', 'testing', 'core', 'i18n', 'tools'];
const copy = copyProject();
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it.each([
  ['Consultation', '“Consultation” is no name for a feature'],
  ['official response', 'is no name for a feature'],
  ['../evil', 'is no name for a feature'],
  ['tham-vấn', 'is no name for a feature'],
  ['x', 'is no name for a feature'],
  ['challenge', 'There is something called challenge already: packages/core/src/challenge'],
  ['place', 'There is something called place already: functions/src/api/place.ts'],
  ['vote', 'The table has keys that begin with VOTE already'],
])('%s is refused, and nothing is changed', (name, message) => {
  const before = everyFile();
  expect(() => layOut(copy, spell(name, undefined))).toThrow(message);
  expect(everyFile()).toEqual(before);
});

it('lays out a feature that passes its types and tests', { timeout: 120_000 }, async () => {
  const { code, said } = await newFeature('official-response', '--vi', 'phản hồi chính thức');
  expect(said).toContain('packages/core/src/official-response/service.ts');
  expect(code).toBe(0);
  const outcomes = await Promise.all([
    checkFormat(),
    checkTypes(),
    test('packages/core', 'official-response'),
    checkAccess(),
  ]);
  for (const outcome of outcomes) expect(outcome.code, outcome.said).toBe(0);
  const again = await newFeature('official-response');
  expect(again.said).toMatch(/^There is something called official-response already/);
  expect(again.code).toBe(2);
});

/** The sources, with packages of others linked and the project's own taken from the copy. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-feature-'));
  const parts = [
    'tsconfig.json',
    '.biome.json',
    '.gitignore',
    'functions',
    ...packages.map((name) => `packages/${name}`),
  ];
  for (const part of parts) {
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith('/node_modules'),
    });
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

const newFeature = (...args: string[]) => runNode('packages/tools/src/new-feature/main.ts', ...args);
const checkFormat = () =>
  runNode('node_modules/@biomejs/biome/bin/biome', 'ci', 'packages/core', 'packages/i18n', 'functions');
const test = (project: string, ...filter: string[]) =>
  runNode('node_modules/vitest/vitest.mjs', 'run', '--config', `${project}/vitest.config.ts`, ...filter);
const checkAccess = () => test('functions', 'access', '--testNamePattern', 'OfficialResponse|has a line');

/** Types of what was made and of the catalogues it stands in; where else it is registered, the tests of access run. */
function checkTypes() {
  const include = ['packages/core/src/official-response'];
  const files = [
    'packages/i18n/src/errors.ts',
    'packages/i18n/src/official-response.ts',
    'functions/src/api/official-response.ts',
  ];
  const config = { extends: './tsconfig.json', include, files };
  writeFileSync(join(copy, 'tsconfig.feature.json'), JSON.stringify(config));
  return runNode('node_modules/typescript/bin/tsc', '--project', 'tsconfig.feature.json');
}

/** Runs a program in the copy; it must not take itself for a part of this test run. */
function runNode(...command: string[]): Promise<{ code: number; said: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TABLE_NAME)/.test(name)),
  );
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: copy, env }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

/** Every source of the copy and what is in it. */
function everyFile(): Record<string, string> {
  const sources = ['functions', 'packages'].flatMap((folder) =>
    readdirSync(join(copy, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  return Object.fromEntries(
    sources.map((entry) => [
      join(entry.parentPath, entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}
