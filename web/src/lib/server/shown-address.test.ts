import { cleanAddress } from '@hanoi/core/shared/email-address';
import { expect, test } from 'vitest';
import { shownAddress } from './shown-address';

test.each([
  ['an@example.vn', 'an@example.vn'],
  ['Nguyễn An <An@TÊN-MIỀN.vn>', 'an@tên-miền.vn'],
  ['an@xn--tn-min-iva0322d.vn', 'an@tên-miền.vn'],
  ['không phải thư', 'không phải thư'],
])('%s is shown as %s, and leads to the same address', (email, shown) => {
  expect(shownAddress(email)).toBe(shown);
  expect(cleanAddress(shown)).toBe(cleanAddress(email));
});
