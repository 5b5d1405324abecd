/** Accounts for the authors of imported challenges: nobody can sign in to them, and they hold no more than a name. */
import { accountOf } from '@hanoi/core/identity/service';
import { actorOf } from '@hanoi/core/person/repo';
import type { Ctx, PersonActor } from '@hanoi/core/shared/context';
import { LRUCache } from 'lru-cache';
import type { Source } from './map-schema.ts';

/** Finds or makes the account of an author; without a name, that of the source itself. */
export type Authors = (name: string | undefined) => Promise<PersonActor>;

/** Authors of one source: one account for each name shown there. */
export function openAuthors(ctx: Ctx, source: Source): Authors {
  const known = new LRUCache<string, Promise<PersonActor>>({ max: 5_000 });
  return (name) => {
    const subject = name ? `author ${name}` : 'source';
    const found = known.get(subject);
    if (found) return found;
    const identity = { issuer: `import:${source.id}`, subject, name: name ?? source.name, assurance: 'email' as const };
    const made = accountOf(ctx, identity).then(actorOf);
    known.set(subject, made);
    return made;
  };
}
