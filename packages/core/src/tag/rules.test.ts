/** Former names of tags lead to the one in use. */
import { expect, it } from 'vitest';
import type { AppError } from '../shared/app-error.ts';
import { allCurrent, renamed } from './rules.ts';

it('each former name leads straight to the tag in use, however often it is renamed', () => {
  const once = renamed({}, 'ngập', 'ngập lụt');
  const twice = renamed(once, 'ngập lụt', 'ngập úng');
  expect(twice).toEqual({ ngập: 'ngập úng', 'ngập lụt': 'ngập úng' });
  expect(allCurrent(twice, ['ngập', 'rác', 'ngập lụt', 'constructor'])).toEqual(['ngập úng', 'rác', 'constructor']);
});

it('a merge into a former name goes where that leads, and a former name may be taken up again', () => {
  const aliases = renamed({}, 'ngập', 'ngập lụt');
  expect(renamed(aliases, 'úng', 'ngập')).toEqual({ ngập: 'ngập lụt', úng: 'ngập lụt' });
  expect(renamed(aliases, 'ngập lụt', 'ngập')).toEqual({ 'ngập lụt': 'ngập' });
});

it('refuses a tag into itself, one that was renamed already, and more names than are kept', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      const { code, fields } = error as AppError;
      return fields[0]?.code ?? code;
    }
    return 'done';
  };
  const aliases = renamed({}, 'ngập', 'ngập lụt');
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, number) => [`cũ ${number}`, 'mới']));
  expect([
    code(() => renamed({}, 'rác', 'rác')),
    code(() => renamed(aliases, 'ngập', 'úng')),
    code(() => renamed(many, 'rác', 'rác thải')),
    code(() => renamed(many, 'mới', 'mới hơn')),
  ]).toEqual(['same_tag', 'tag_renamed', 'tags_too_many', 'tags_too_many']);
});
