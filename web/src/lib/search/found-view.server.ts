/** What was found, as the page shows it: names instead of codes, and checked HTML. */
import type { Language } from '@hanoi/core/person/schema';
import type { Found } from '@hanoi/core/search/schema';
import { type StatusOf, type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import { placeName } from '$lib/challenge/challenge-card.server';
import { localPath } from '$lib/language/path';
import { namesOf } from '$lib/subject/signature';
import { onlyMarks } from './marked';

export type FoundView = ReturnType<typeof foundView>;

/** `found` for FoundItem.svelte, with places named in `language`. */
export function foundView(found: Found, language: Language) {
  const { kind, id, parent, status, programme, ward, author, organisation, images, publishedAt } = found;
  return {
    kind,
    id,
    href: localPath(language, found.path),
    titleHtml: onlyMarks(found.titleHtml),
    snippetHtml: onlyMarks(found.snippetHtml),
    parent: parent && {
      title: parent.title,
      href: localPath(language, `/${specOf(parent.kind).path}/${parent.id}`),
    },
    status: status as StatusOf<SubjectKind> | null,
    programme,
    place: placeName(ward, language),
    by: kind === 'organisation' ? null : author ? namesOf(author, organisation)[0] : (organisation?.name ?? null),
    cover: images[0]?.thumbnailUrl ?? null,
    support: found.support,
    comments: found.comments,
    solutions: found.solutions,
    at: publishedAt,
  };
}
