/** Left-overs of keyboards are read as the word that was meant, and other words are left alone. */
import { expect, it } from 'vitest';
import { typedAs } from './typing.ts';

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
