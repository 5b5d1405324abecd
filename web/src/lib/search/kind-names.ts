/** What the kinds of things that are found are called. */
import type { Language } from '@hanoi/core/person/schema';
import type { FoundKind, Suggestion } from '@hanoi/core/search/schema';
import { ofKinds } from '@hanoi/i18n/kinds';
import * as messages from '@hanoi/i18n/search';

/** By kind, as a list of them is headed. */
export function namesOfMany(language: Language): Record<FoundKind, string> {
  return { ...ofKinds(language, ({ mine }) => mine), ...messages[language].many };
}

/** By kind, as one of it is called among others. */
export function namesOfOne(language: Language): Record<FoundKind | Suggestion['kind'], string> {
  return { ...ofKinds(language, ({ name }) => name), ...messages[language].one };
}
