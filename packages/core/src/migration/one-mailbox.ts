/**
 * A migration of November 2026: accounts claim their mailbox, not only their address as it was typed, so that another
 * spelling of it makes no second account.
 */
import { type Item, personKey, uniqueKey } from '../db/keys.ts';
import type { PersonId } from '../shared/ids.ts';
import { mailboxOf } from '../shared/mailbox.ts';
import type { Migration } from './rules.ts';

/**
 * Claims the mailbox of each account whose address is another spelling of it. Of two accounts with one mailbox, the first
 * found gets it; both keep the claim to their own spelling, and so their way in.
 */
export const oneMailbox: Migration = {
  id: '0004-one-mailbox',
  describe: 'Accounts own their mailbox, however its address is spelled',
  sortKeys: [personKey('' as PersonId).sk],
  up: () => undefined,
  beside({ pk, email }: Item & { email?: string | null }) {
    const mailbox = email && mailboxOf(email);
    return mailbox && mailbox !== email ? [{ ...uniqueKey('email', mailbox), person: pk }] : [];
  },
};
