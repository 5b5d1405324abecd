/** The accounts of people who signed in at the local provider; kept in memory until it stops. */
import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export type Account = { sub: string; name: string; email: string };

export type Accounts = {
  /** The account for a name and a personal identification number, or an error message in Vietnamese. */
  signIn(name: string, number: string): Account | string;
  find(sub: string): Account | undefined;
};

/** An empty list of accounts. With the same `key`, a number always gets the same subject. */
export function createAccounts(key: string): Accounts {
  const known = new LRUCache<string, Account>({ max: 1000 });
  return {
    signIn(name, number) {
      const plainName = name.trim().replace(/\s+/g, ' ');
      const plainNumber = number.replace(/[\s.]/g, '');
      if (plainName.length < 2 || plainName.length > 60) return 'Hãy nhập họ và tên (2 đến 60 ký tự).';
      if (!/^\d{12}$/.test(plainNumber)) return 'Số định danh cá nhân gồm đúng 12 chữ số.';
      const sub = createHmac('sha256', key).update(plainNumber).digest('base64url').slice(0, 22);
      const account = {
        sub,
        name: plainName,
        email: `${sub.toLowerCase().replace(/[^a-z0-9]/g, '')}@dinh-danh.example`,
      };
      known.set(sub, account);
      return account;
    },
    find: (sub) => known.get(sub),
  };
}
