/** Whether content is there for readers: what most decisions are about. */
import { isPublic } from '../../card/status.ts';
import type { DecidedContent } from '../content.ts';

/** Whether readers see it, as far as it is its own doing. */
export function isPublished({ card, comment }: DecidedContent): boolean {
  return comment ? comment.status === 'visible' : isPublic(card);
}
