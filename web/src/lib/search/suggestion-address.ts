/** Where a suggestion leads. */
import type { Language } from '@hanoi/core/person/schema';
import type { Suggestion } from '@hanoi/core/search/schema';
import { localPath } from '../language/path';

/** Its page; for a programme, a tag or a ward, a search by it. */
export function suggestionAddress({ kind, path, value }: Suggestion, language: Language): string {
  return localPath(language, path ?? `/search?${new URLSearchParams({ [kind]: value ?? '' })}`);
}
