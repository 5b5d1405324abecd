/** A feature that was laid out in a copy of the project passes its types, its own tests and those of access; a refusal changes nothing. */
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
  ['place', 'There is something called place already: functions/src/api/place.ts'],
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

it('lays out a feature that passes its types and tests', { timeout: 120_000 }, async () => {
  const { code, said } = await project.newFeature('official-response', '--vi', 'phản hồi chính thức');
  expect(said).toContain('packages/core/src/official-response/service.ts');
  expect(code, said).toBe(0);
  const outcomes = await Promise.all([
    project.checkFormat(),
    project.checkTypes({
      folders: ['packages/core/src/official-response'],
      files: [
        'packages/core/src/official-response/service.test.ts',
        'packages/i18n/src/errors.ts',
        'packages/i18n/src/official-response.ts',
        'functions/src/api/official-response.ts',
        'functions/src/testing/kinds.ts',
      ],
    }),
    project.test('packages/core', 'official-response'),
    project.test(
      'functions',
      'http/access',
      'http/status',
      '--testNamePattern',
      'OfficialResponse|its lines|has a line',
    ),
  ]);
  for (const outcome of outcomes) expect(outcome.code, outcome.said).toBe(0);
  const again = await project.newFeature('official-response');
  expect(again.said).toMatch(/^There is something called official-response already/);
  expect(again.code).toBe(2);
});
