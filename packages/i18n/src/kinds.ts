/** The words of all kinds of subject. A new kind adds one line. */
import type { Language } from '@hanoi/core/person/schema';
import { kinds, type PathOf, type SubjectKind, subjectKinds } from '@hanoi/core/subject/kinds';
import * as challenge from './kind/challenge.ts';
import * as solution from './kind/solution.ts';
import type { KindWords, WordsOf } from './kind-words.ts';

const kindWords: { [Kind in SubjectKind]: KindWords<Kind> } = {
  challenge,
  solution,
};

/** Of each kind what `pick` takes of its words, by its name. */
export function ofKinds<Word>(
  language: Language,
  pick: (words: WordsOf<SubjectKind>) => Word,
): Record<SubjectKind, Word> {
  const picked = Object.entries(kindWords).map(([kind, words]) => [
    kind,
    pick(words[language] as WordsOf<SubjectKind>),
  ]);
  return Object.fromEntries(picked) as Record<SubjectKind, Word>;
}

/** As `ofKinds`, by the collection of each kind. */
export function ofCollections<Word>(
  language: Language,
  pick: (words: WordsOf<SubjectKind>) => Word,
): Record<PathOf<SubjectKind>, Word> {
  const picked = ofKinds(language, pick);
  const entries = subjectKinds.map((kind) => [kinds[kind].path, picked[kind]]);
  return Object.fromEntries(entries) as Record<PathOf<SubjectKind>, Word>;
}
