/** A challenge or solution like a draft, as the form shows it. */
import type { Language } from '@hanoi/core/person/schema';
import type { Alike } from '@hanoi/core/search/schema';
import { type StatusOf, type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import * as messages from '@hanoi/i18n/alike';
import { formatNumber } from '@hanoi/i18n/language';
import { localPath } from '../language/path';

export type AlikeView = ReturnType<typeof alikeView>;

/** So many words say why; more are not read. */
const mostWords = 4;

/** `alike` with its reasons in words. Support is offered while people may give it. */
export function alikeView(alike: Alike, language: Language) {
  const { id, title, status, reasons, sharedWords, support } = alike;
  const kind = alike.kind as SubjectKind;
  const t = messages[language];
  const path = localPath(language, alike.path);
  const why = {
    words: sharedWords.length > 0 ? t.words(sharedWords.slice(0, mostWords).join(', ')) : '',
    place: t.place,
  };
  const isLive = specOf(kind).statuses[status ?? '']?.live === true;
  return {
    id,
    title,
    path,
    status: status as StatusOf<SubjectKind>,
    facts: [
      support > 0 ? t.support(formatNumber(language, support)) : '',
      ...reasons.map((reason) => why[reason]),
    ].filter(Boolean),
    act: isLive ? { href: `${path}#support`, words: t[kind].act } : { href: path, words: t[kind].see },
  };
}
