import { expect, test } from 'vitest';
import { isEnter } from './is-enter';

const pressed = { key: 'Enter', isComposing: false, keyCode: 13 };

test('Enter is Enter, except while an input method composes', () => {
  expect(isEnter(pressed)).toBe(true);
  expect(isEnter({ ...pressed, isComposing: true })).toBe(false);
  expect(isEnter({ ...pressed, keyCode: 229 })).toBe(false);
  expect(isEnter({ ...pressed, key: 'a' })).toBe(false);
});
