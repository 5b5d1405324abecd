/** The demo: problems that Hanoi has, told by invented people, written through the services, the same in every run. */

import { countDays } from '@hanoi/core/daily/service';
import { connectDb, type Db } from '@hanoi/core/db/client';
import { fileLetter } from '@hanoi/core/dead-letter/service';
import { createProgramme, retireProgramme } from '@hanoi/core/programme/service';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { day, hour, minute } from '@hanoi/core/shared/time';
import { renameTag } from '@hanoi/core/tag/service';
import pMap from 'p-map';
import { batchingTable } from './batching-table.ts';
import type { Cast } from './cast.ts';
import { readContent } from './content.ts';
import { demoRoles } from './demo-people.ts';
import { loadLastMonth } from './last-month.ts';
import { markDemo } from './mark.ts';
import { loadModeration } from './moderation.ts';
import { giveRoles, makeOrganisations, makePeople, suspendOne, system, verifySome } from './people.ts';
import type { Gallery } from './pictures.ts';
import { loadChallenge } from './story.ts';
import { acting } from './world.ts';

const oldestDays = 430;
const [administrator] = demoRoles.find(([, role]) => role === 'administrator')!;
/** Challenges loaded at a time: enough that there are always several writes to batch. */
const loadedAtOnce = 16;

/** Fills an empty table, and a file store with its pictures. Ages in the content count back from `now`. */
export async function seedDemo(gallery: Gallery, now = new Date()): Promise<{ challenges: number }> {
  const { challenges } = await readContent();
  const db = batchingTable(connectDb());
  const cast = await makeCast(db, gallery, now);
  await markDemo(acting(db, system, now, 'mark'));
  const ids = await pMap(challenges, (challenge) => loadChallenge(cast, challenge), { concurrency: loadedAtOnce });
  // On the table itself: what is read there, such as a flag, has just been written.
  const onTable = { ...cast, db: connectDb() };
  const known = new Map(challenges.map(({ key }, number) => [key, ids[number]!]));
  await loadModeration(onTable, known);
  await loadLastMonth(onTable, known);
  await renameOne(onTable);
  await retireOneProgramme(onTable);
  await countDays(acting(onTable.db, system, now, 'figures of the day'), new Date(now.getTime() + day));
  await fileOne(onTable, ids[0]!);
  return { challenges: challenges.length };
}

/** A tag that was renamed; what carried it has the new one already. */
async function renameOne({ db, now, people }: Cast): Promise<void> {
  const actor: PersonActor = { ...people[administrator]!, roles: ['administrator'] };
  const ctx = acting(db, actor, new Date(now.getTime() - 20 * day), 'tag renamed');
  await renameTag(ctx, { from: 'úng ngập', into: 'ngập lụt', reason: 'Hai từ cùng nghĩa, gộp lại cho dễ tìm (mẫu)' });
}

/** A programme beside those of the plan, whose term is over: administrators see it among theirs, and may bring it back. */
async function retireOneProgramme({ db, now, people }: Cast): Promise<void> {
  const actor: PersonActor = { ...people[administrator]!, roles: ['administrator'] };
  const at = (days: number) => acting(db, actor, new Date(now.getTime() - days * day), `programme ${days}`);
  const { code } = await createProgramme(at(200), {
    ...{ name: 'Kinh tế đêm và phố đi bộ', nameEn: 'Night-time economy and walking streets' },
    ...{ short: 'Kinh tế đêm', shortEn: 'Night economy', description: '', descriptionEn: '' },
    ...{ from: null, to: null, restricted: false, reason: 'Làm thử trong sáu tháng (mẫu)' },
  });
  await retireProgramme(at(20), code, { reason: 'Hết thời gian làm thử (mẫu)' });
}

/** Work that failed: a new challenge that was not compared with the others. */
async function fileOne({ db, now }: Cast, challenge: SubjectId): Promise<void> {
  const failedAt = new Date(now.getTime() - 2 * hour);
  await fileLetter(acting(db, system, now, 'dead letter'), {
    source: 'alike',
    messageId: 'demo',
    sentAt: new Date(failedAt.getTime() - 15 * minute),
    failedAt,
    tries: 5,
    body: JSON.stringify({ requestId: 'demo', message: { challenge } }),
    error: new Error('The search index was not ready within two seconds.'),
  });
}

/** Creates in `db` the people and organisations that the content needs. */
export async function makeCast(db: Db, gallery: Gallery, now: Date): Promise<Cast> {
  const { organisations, names } = await readContent();
  const since = new Date(now.getTime() - oldestDays * day);
  const people = await makePeople(db, names, since, organisations.length);
  const members = await makeOrganisations(db, organisations, people, since);
  await giveRoles(db, people, members, since);
  await verifySome(db, people[administrator]!, members, since);
  await suspendOne(db, people[administrator]!, since, now);
  return { db, now, gallery, people, members };
}
