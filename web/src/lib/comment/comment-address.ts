/** Where a comment is. Every link and every redirect to a comment takes its address from here. */
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { specOf } from '@hanoi/core/subject/kinds';
import { aroundName, pageAddress } from '$lib/subject/address';

/** The address of a comment, from anywhere: its subject's page with the stretch of the thread that holds it. */
export function commentPath(subject: SubjectId, id: string): string {
  return `/${specOf(kindOf(subject)).path}/${subject}?${aroundName}=${id}#${id}`;
}

/** The same from its subject's own page, which keeps its place in its other lists. */
export function commentAddress(page: URL, id: string): string {
  return pageAddress(page, { thread: null, [aroundName]: id }, `#${id}`);
}

/** The address of another stretch of the thread: from `cursor` on, or the first. */
export function threadAddress(page: URL, cursor: string | null): string {
  return pageAddress(page, { thread: cursor, [aroundName]: null }, '#comments');
}
