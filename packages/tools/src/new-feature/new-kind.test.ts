/**
 * Kinds of subject that were laid out in a copy of the project, with no line changed by hand: their types and tests pass, and so
 * do those that every kind has to pass: from a draft to votes, comments, lists, timelines, figures, the home page's counts and
 * one's own things, and who may do what and when.
 */
import { expect, it } from 'vitest';
import { useProject } from './testing-project.ts';

const project = useProject();

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

it('lays out a kind, and one that answers challenges, which pass all that kinds have to pass', {
  timeout: 180_000,
}, async () => {
  const start = performance.now();
  const kinds = { consultation: ['--vi', 'tham vấn'], statement: ['--answers', 'challenge', '--vi', 'phát biểu'] };
  for (const [name, options] of Object.entries(kinds)) {
    const before = project.everyFile();
    const { code, said } = await project.newFeature(name, '--kind', ...options);
    expect(code, said).toBe(0);
    const after = project.everyFile();
    const touched = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(touched.sort()).toEqual([...places, ...ofOneKind(name)].sort());
  }
  const ofKinds = ['--testNamePattern', 'consultation|statement|has a line'];
  const outcomes = await Promise.all([
    project.checkFormat(),
    project.checkTypes({
      folders: ['packages/core/src', 'packages/i18n/src', 'functions/src', 'web/src'],
      files: Object.keys(kinds).map((name) => `packages/core/src/${name}/service.test.ts`),
    }),
    project.test('packages/core', 'consultation', 'statement', 'subject/', 'figure/'),
    project.test('functions', 'api/kinds', 'http/status', 'http/access', ...ofKinds),
    project.test('packages/i18n', 'home-counts', ...ofKinds),
  ]);
  for (const { code, said } of outcomes) expect(code, said).toBe(0);
  const ran = outcomes.map(({ said }) => Number(/Tests .*?(\d+) passed/.exec(said)?.[1] ?? 0));
  expect(ran[2]! + ran[3]!, 'as many as two kinds have').toBeGreaterThan(130);
  expect(ran[4], 'one for each kind').toBe(2);
  console.info(`Two kinds were laid out and tested in ${Math.round((performance.now() - start) / 1_000)} s.`);
});
