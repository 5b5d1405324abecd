/** The part of a form that drafts are compared by. */
import type { DraftToCompare } from '@hanoi/core/search/schema';

/** So much of each is compared; the API refuses more. */
const most = { title: 2_000, summary: 4_000 };

/** The draft of a form whose fields `textOf` reads. */
export function draftOf(textOf: (name: string) => string): DraftToCompare {
  return {
    title: textOf('title').slice(0, most.title),
    summary: textOf('summary').slice(0, most.summary),
    ward: textOf('ward') || null,
  };
}
