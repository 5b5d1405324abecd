/**
 * A feature and two kinds of subject, created in one copy of the project with no line changed by hand: their types and tests pass,
 * and so do those that every kind has to pass: from a draft to votes, comments, lists, timelines, figures, the home page's counts and
 * one's own things, and who may do what and when. A refusal changes nothing.
 */
import { expect, it } from 'vitest';
import { planFeature } from './feature.ts';
import { planKind } from './kind.ts';
import { layOut, readerOf } from './lay-out.ts';
import { spell } from './name.ts';
import { useProject } from './testing-project.ts';

const project = useProject();

it.each([
  ['Consultation', '“Consultation” is no name for a feature'],
  ['official response', 'is no name for a feature'],
  ['../evil', 'is no name for a feature'],
  ['tham-vấn', 'is no name for a feature'],
  ['x', 'is no name for a feature'],
  ['challenge', 'There is something called challenge already: packages/core/src/challenge'],
  ['handler', 'There is something called handler already: functions/src/api/handler.ts'],
  ['vote', 'The table has keys that begin with VOTE already'],
])('%s is refused, and nothing is changed', (name, message) => {
  const before = project.everyFile();
  expect(() => layOut(project.root, planFeature(readerOf(project.root), spell(name, undefined)))).toThrow(message);
  expect(project.everyFile()).toEqual(before);
});

it.each([
  ['official-response', undefined, '“official-response” is no name for a kind: one word'],
  ['solution', undefined, 'There is something called solution already'],
  ['statement', 'petition', 'There is no kind called petition: choose one of challenge, solution.'],
])('%s, as a kind that answers %s, is refused, and nothing is changed', (name, answers, message) => {
  const before = project.everyFile();
  expect(() => layOut(project.root, planKind(readerOf(project.root), spell(name, undefined), answers))).toThrow(
    message,
  );
  expect(project.everyFile()).toEqual(before);
});

/** All that is changed outside the files of its own. */
const places = [
  'packages/core/src/subject/kinds.ts',
  'packages/core/src/subject/moves.ts',
  'packages/core/src/shared/errors.ts',
  'packages/core/src/mine/cards.ts',
  'packages/core/src/contracts.ts',
  'functions/src/features.ts',
  'functions/src/testing/kinds.ts',
  'packages/i18n/src/kinds.ts',
  'docs/states.md',
  'docs/glossary.md',
];
const ofOneKind = (name: string) => [
  ...['schema', 'contract', 'service', 'service.test', `testing-${name}`].map(
    (part) => `packages/core/src/${name}/${part}.ts`,
  ),
  `functions/src/api/${name}.ts`,
  `functions/src/testing/kinds/${name}.ts`,
  `packages/i18n/src/kind/${name}.ts`,
];

const kinds = { consultation: ['--vi', 'tham vấn'], statement: ['--answers', 'challenge', '--vi', 'phát biểu'] };

it('creates a feature, and refuses to create it again', { timeout: 60_000 }, async () => {
  const { code, said } = await project.newFeature('official-response', '--vi', 'phản hồi chính thức');
  expect(said).toContain('packages/core/src/official-response/service.ts');
  expect(code, said).toBe(0);
  const again = await project.newFeature('official-response');
  expect(again.said).toMatch(/^There is something called official-response already/);
  expect(again.code).toBe(2);
});

it.each(Object.entries(kinds))('creates the kind %s, in these places', { timeout: 60_000 }, async (name, options) => {
  const before = project.everyFile();
  const { code, said } = await project.newFeature(name, '--kind', ...options);
  expect(code, said).toBe(0);
  const after = project.everyFile();
  const touched = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(touched.sort()).toEqual([...places, ...ofOneKind(name)].sort());
});

it('what was created passes all that features and kinds have to pass', { timeout: 180_000 }, async () => {
  const names = ['official-response', ...Object.keys(kinds)];
  const theirs = ['--testNamePattern', 'OfficialResponse|consultation|statement|its lines|has a line'];
  const outcomes = await Promise.all([
    project.checkFormat(),
    project.checkTypes({
      folders: ['packages/core/src', 'packages/i18n/src', 'functions/src', 'web/src'],
      files: names.map((name) => `packages/core/src/${name}/service.test.ts`),
    }),
    project.test('packages/core', ...names, 'subject/', 'figure/'),
    project.test('functions', 'api/kinds', 'http/status', 'http/access', ...theirs),
    project.test('packages/i18n', 'home-counts', ...theirs),
  ]);
  for (const { code, said } of outcomes) expect(code, said).toBe(0);
  const ran = outcomes.map(({ said }) => Number(/Tests .*?(\d+) passed/.exec(said)?.[1] ?? 0));
  expect(ran[2]! + ran[3]!, 'as many as a feature and two kinds have').toBeGreaterThan(140);
  expect(ran[4], 'one for each kind').toBe(2);
});
