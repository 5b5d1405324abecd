/** Stores the provider's codes, sessions and grants in bounded memory; they are lost at a restart. */
import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** An adapter factory with its own store. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const store = new LRUCache<string, AdapterPayload>({ max: 2000 });
  const grants = new LRUCache<string, string[]>({ max: 1000 });
  const uids = new LRUCache<string, string>({ max: 1000 });

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        store.set(keyOf(id), payload, expiresIn ? { ttl: expiresIn * 1000 } : {});
        if (payload.uid) uids.set(payload.uid, keyOf(id));
        if (payload.grantId) grants.set(payload.grantId, [...(grants.get(payload.grantId) ?? []), keyOf(id)]);
      },
      find: async (id) => store.get(keyOf(id)),
      findByUid: async (uid) => store.get(uids.get(uid) ?? ''),
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = store.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        store.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const key of grants.get(grantId) ?? []) store.delete(key);
        grants.delete(grantId);
      },
    };
  };
}
