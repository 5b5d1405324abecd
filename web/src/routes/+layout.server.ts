/** What every page knows: its language, who reads it, and what the operators say. */

import { ProblemError } from '@hanoi/core/api/client';
import type { Me } from '@hanoi/core/person/schema';
import { languageOfPath } from '$lib/language/path';
import { waitingFor } from '$lib/moderation/waiting.server';
import { programmeViews } from '$lib/programme/programme-view';
import { apiFor } from '$lib/server/api';
import { flagsFor, pausedOf } from '$lib/server/flags';
import { programmesFor } from '$lib/server/programmes';
import type { Viewer } from '$lib/ui/viewer';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  // Asked again when the language changes, not with each page: the path is read where no change of it is noticed.
  const language = event.params.lang === 'en' ? 'en' : event.untrack(() => languageOfPath(event.url.pathname));
  const [person, flags, programmes] = await Promise.all([viewer(event), flagsFor(event), programmesFor(event)]);
  return {
    language,
    person,
    /** For moderators: how much waits for them. */
    waiting: await waitingFor(event, person),
    isDemo: flags.demo,
    demoPeople: process.env.DEMO_PEOPLE ?? null,
    banner: flags.banner?.[language] ?? null,
    isReadOnly: flags.readOnly,
    paused: pausedOf(flags),
    programmes: programmeViews(programmes, language),
  };
};

async function viewer(event: Parameters<LayoutServerLoad>[0]): Promise<Viewer | null> {
  if (!event.locals.session) return null;
  try {
    return toViewer(await apiFor(event).person.getMe());
  } catch (thrown) {
    // A session that ended, or an API that is away: the page is still worth reading.
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}

function toViewer({ id, name, email, roles, memberships, ward }: Me): Viewer {
  return { id, name, email, roles, memberships, ward };
}
