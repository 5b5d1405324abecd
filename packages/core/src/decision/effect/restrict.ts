/** `warn`, `limit`, `suspend` and `lift`: what is decided about a person. */
import { EditedMeanwhile } from '../../card/move.ts';
import type { Part } from '../../db/transact.ts';
import { changePersonPart, type Restriction, type StoredPerson } from '../../person/repo.ts';
import { hasCome } from '../../shared/time.ts';
import type { Matter } from '../content.ts';
import { assertUntil } from '../rules.ts';
import { type Effect, nothingToUndo } from './effect.ts';

/** Nothing but the decision, which the author reads. */
export const warn: Effect = { isPossible: ({ author }) => author !== undefined, parts: () => ({ parts: [] }) };

export const limit = restriction('limit');
export const suspend = restriction('suspend');

/** Each is in force until its own end, whatever others there are; so each can be undone in any order. */
function restriction(kind: Restriction['kind']): Effect {
  return {
    isPossible: ({ author }) => author !== undefined,
    parts(ctx, { author }, { decision, until }) {
      const now = ctx.now();
      assertUntil(until, now);
      // Without this one: an attempt whose answer was lost may have written it.
      const others = restrictionsOf(author!).filter((one) => one.decision !== decision && !hasCome(one.until, now));
      return { parts: [restrictionsPart(author!, [...others, { kind, until, decision }])] };
    },
    undo(_, { author }, { id }) {
      const all = author ? restrictionsOf(author) : [];
      const others = all.filter(({ decision }) => decision !== id);
      if (!author || others.length === all.length) return nothingToUndo;
      return { parts: [restrictionsPart(author, others)], complete: true };
    },
  };
}

export const lift: Effect = {
  isPossible: ({ author }, now) =>
    author !== undefined && restrictionsOf(author).some(({ until }) => !hasCome(until, now)),
  parts: (_, { author }: Matter) => ({ parts: [restrictionsPart(author!, [])] }),
};

function restrictionsOf({ restrictions = [] }: StoredPerson): readonly Restriction[] {
  return restrictions;
}

function restrictionsPart(person: StoredPerson, restrictions: Restriction[]): Part {
  return changePersonPart(person, { restrictions }, () => new EditedMeanwhile());
}
