/** Tags that were renamed: every former name leads to the one in use, never through another former one. Pure. */
import { AppError } from '../shared/app-error.ts';

/** The name in use, by former names. */
export type Aliases = Readonly<Record<string, string>>;

/** So many former names are kept: they are read with every text that has tags. */
export const mostAliases = 2_000;

/** The name in use of a tag. */
export function currentOf(aliases: Aliases, tag: string): string {
  return Object.hasOwn(aliases, tag) ? aliases[tag]! : tag;
}

/** Tags by their names in use, each once, in their order. */
export function allCurrent(aliases: Aliases, tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => currentOf(aliases, tag)))];
}

/**
 * The former names once `from` is called `into`, or is merged into it. A former name may be taken up again: then it leads nowhere any more.
 * @throws invalid_input for a tag that was renamed already, or into itself; tags_too_many
 */
export function renamed(aliases: Aliases, from: string, into: string): Aliases {
  if (Object.hasOwn(aliases, from)) throw wrong('/from', 'tag_renamed');
  // Merged into a former name, it goes where that one leads; but not back to itself.
  const target = currentOf(aliases, into) === from ? into : currentOf(aliases, into);
  if (target === from) throw wrong('/into', 'same_tag');
  const followed = Object.entries(aliases).map(([former, current]) => [former, current === from ? target : current]);
  const all = Object.fromEntries([...followed, [from, target]].filter(([former]) => former !== target));
  if (Object.keys(all).length > mostAliases) throw new AppError('tags_too_many');
  return all;
}

function wrong(path: string, code: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, code, message: '' }] });
}
