/** Left-overs of keyboards are read as the word that was meant, and other words are left alone. */
import { describe, expect, it } from 'vitest';
import { marksOf, typedAs } from './typing.ts';

it.each([
  ['dduwowngf', 'duong'],
  ['dduwongwf', 'duong'],
  ['ngaajp', 'ngap'],
  ['ngaapj', 'ngap'],
  ['luts', 'lut'],
  ['truowngf', 'truong'],
  ['trwowngf', 'truong'],
  ['tuwj', 'tu'],
  ['nuwowcs', 'nuoc'],
  ['nguwowif', 'nguoi'],
  ['vieejc', 'viec'],
  ['ddaats', 'dat'],
  ['dods', 'do'],
  ['hoongf', 'hong'],
  ['rasc', 'rac'],
  ['too', 'to'],
  ['soong', 'song'],
  ['chowj', 'cho'],
  ['d9u7o7ng2', 'duong'],
  ['nga65p', 'ngap'],
  ['lu5t', 'lut'],
  ['xe', undefined],
  ['bus', 'bu'],
  ['street', undefined],
  ['lighting', undefined],
  ['covid19', undefined],
])('%s', (typed, meant) => expect(typedAs(typed)).toBe(meant));

describe('marks', () => {
  it('are the same typed as left over, in Telex and VNI, wholly or partly converted', () => {
    for (const [exact, leftOver] of [
      ['dduwowngf', 'dduwowngf'],
      ['d9u7o7ng2', 'd9u7o7ng2'],
      ['đuowngf', 'duowngf'],
      ['đường', ''],
    ] as const)
      expect(marksOf(exact, leftOver)).toBe('dfw');
    expect(marksOf('ngâpj', 'ngapj')).toBe(marksOf('ngập'));
    expect(marksOf('giây')).toBe(marksOf('dây'));
    expect(marksOf('hồ')).not.toBe(marksOf('hộ'));
  });
});
