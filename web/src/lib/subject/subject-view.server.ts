/** A challenge or a solution as its page shows it: without what the page doesn't need, with what it would have to look up. */
import { isLive, isPublic } from '@hanoi/core/card/status';
import type { Challenge } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { Solution } from '@hanoi/core/solution/schema';
import { wardNames } from '@hanoi/core/ward/names';
import { mapPlace } from '$lib/map/place.server';
import type { ActionNotice } from './action-notice';
import { proseHtml } from './prose.server';

/** `whole` for its page; `notice` may have a newer count of support than the counter. */
export function subjectView<Subject extends Challenge | Solution>(
  { body: _, bodyHtml, ...whole }: Subject,
  language: Language,
  notice: ActionNotice | null,
) {
  const ward = whole.ward ? wardNames[whole.ward] : undefined;
  return {
    ...whole,
    support: notice?.count ?? whole.support,
    html: proseHtml(bodyHtml, language),
    place: ward ? ward[language === 'vi' ? 0 : 1] : null,
    map: mapPlace(whole.ward, whole.point),
    isLive: isLive(whole, new Date()),
    isPublic: isPublic(whole),
  };
}
