/** Where content is reported. Every link to report something takes its address from here. */
import type { ContentId, SubjectId } from '@hanoi/core/shared/ids';

/** The part of the query that names what a comment is about: the page finds the comment on its thread. */
export const onName = 'on';

/** The page that reports `id`; give what it is `on` for a comment. */
export function reportPath(id: ContentId, on?: SubjectId): string {
  return `/report/${id}${on ? `?${onName}=${on}` : ''}`;
}
