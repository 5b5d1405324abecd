/** An e-mail address as people read it: without what was pasted around it, its domain in their own letters. */
import { domainToUnicode } from 'node:url';
import { cleanAddress } from '@hanoi/core/shared/email-address';

/** `an@tên-miền.vn` for `An <an@xn--tn-min-iva0322d.vn>`. It leads to the same address when it is sent again. */
export function shownAddress(email: string): string {
  const address = cleanAddress(email);
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at + 1)}${domainToUnicode(address.slice(at + 1)) || address.slice(at + 1)}`;
}
