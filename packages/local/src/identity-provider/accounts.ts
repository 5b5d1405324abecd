/** The people who signed in at the local provider; remembered only until it stops. */
import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export type Account = { sub: string; name: string; email: string };

export type Accounts = {
  /** The account for a name and a citizen number, or what is wrong with them, in Vietnamese. */
  signIn(name: string, number: string): Account | string;
  find(sub: string): Account | undefined;
};

/** An empty register; the same number gives the same subject as long as `key` is the same. */
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
