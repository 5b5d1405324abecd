/**
 * Every key of the table. Nothing else builds one.
 *
 * | pattern                              | caller                  | index | partition                 | sort                    | order        | consistency |
 * | ------------------------------------ | ----------------------- | ----- | ------------------------- | ----------------------- | ------------ | ----------- |
 * | a subject: its card, its body        | get…, every write       | table | id                        | CARD, BODY              | –            | strong for writers |
 * | list of a facet, newest first        | listChallenges, …       | table | LIST#facet                | id                      | newest       | eventual    |
 * | … most supported                     | listChallenges, …       | gsi1  | LIST#facet                | support#id              | most         | eventual    |
 * | … trending                           | listChallenges          | gsi2  | LIST#facet                | trend#id                | highest      | eventual    |
 * | … closing soon; due to close         | listChallenges, the job | gsi3  | LIST#facet                | closesAt#id             | soonest      | eventual    |
 * | what a person did, by kind           | listMine, projectName   | gsi1  | BY#person#kind            | id or time              | newest       | eventual    |
 * | what an organisation made, by kind   | projectOrganisation     | table | MADE#organisation#kind    | id                      | oldest       | eventual    |
 * | what changed, latest change once     | recount, search         | gsi3  | CHANGED#0…7               | time#id                 | oldest       | eventual    |
 * | a vote: own one; support, unsupport  | supportSubject, …       | table | VOTE#subject#shard        | person                  | –            | strong      |
 * | all votes of a subject               | recount                 | table | VOTE#subject#0…7          | person                  | –            | strong      |
 * | votes of a day with marked networks  | watchVotes, a job       | gsi2  | VOTED#day#0…7             | subject#time            | newest, oldest | eventual  |
 * | the secret of marks of a period      | supportSubject          | table | MARKS#period              | SECRET                  | –            | strong      |
 * | up to when votes have been looked at | watchVotes              | table | WATCH#subject             | VOTES                   | –            | strong      |
 * | why votes are looked at, by item     | getItem, decide         | table | item                      | EVIDENCE                | –            | strong      |
 * | tally of a subject: shards 0…7       | supportSubject, …       | table | TALLY#subject#0…7         | TALLY                   | –            | strong      |
 * | … its later shards, by 0's `shards`  | supportSubject, …       | table | TALLY#subject#8…31        | TALLY                   | –            | strong      |
 * | a comment                            | editComment, …          | table | id                        | CARD                    | –            | strong      |
 * | thread of a subject                  | listComments            | gsi2  | THREAD#subject            | root, root#reply        | oldest       | eventual    |
 * | timeline of a subject                | listTimeline            | table | EVENTS#subject            | event id                | newest       | eventual    |
 * | answers to a subject, by their kind  | projectParent           | gsi2  | ANSWERS#subject#kind      | id                      | oldest       | eventual    |
 * | what became public, by year          | scanSubjects            | gsi1  | PUBLISHED#year            | subject                 | newest       | eventual    |
 * | a follow                             | follow, getViewer, …    | table | FOLLOW#subject            | person                  | –            | strong      |
 * | a person; with the session in one    | every signed-in request | table | person                    | PERSON, SESSION#hash    | –            | eventual    |
 * | people by name, without accents      | findPeopleNamed         | gsi1…3 | PEOPLE                   | name in an order#person | ascending    | eventual    |
 * | where a person is signed in          | listMySessions          | table | person                    | SESSION#hash            | –            | strong      |
 * | changes of an account, organisation  | operators               | table | person, organisation      | EVENT#event             | oldest       | eventual    |
 * | who holds a role                     | revokeRole              | table | ROLE#role                 | person                  | –            | strong      |
 * | somebody by e-mail or OpenID subject | sign-in                 | table | UNIQUE#kind#value         | UNIQUE                  | –            | strong      |
 * | what an imported record became       | importChallenge         | table | UNIQUE#source#hash        | UNIQUE                  | –            | strong      |
 * | the open sign-in codes of a mailbox  | sign-in                 | table | CODE#hash of mailbox      | CODE#random             | –            | strong      |
 * | an OpenID sign-in in progress        | sign-in                 | table | OIDC#hash of state        | OIDC                    | –            | strong      |
 * | a form on its way through OpenID     | sign-in                 | table | FORM#hash of key          | FORM                    | –            | strong      |
 * | a person's pace, by what they do     | takePace                | table | PACE#person#paced         | PACE                    | –            | strong      |
 * | a limit's counter; who waits by one  | sign-in                 | table | LIMIT#name#window         | LIMIT                   | –            | strong      |
 * | an organisation, its members         | get…                    | table | organisation              | CARD, MEMBER#person     | –            | eventual    |
 * | all organisations, by name           | listOrganisations       | gsi1  | ORGANISATIONS             | name#organisation       | ascending    | eventual    |
 * | an organisation by its slug          | found-organisation      | table | UNIQUE#slug#value         | UNIQUE                  | –            | strong      |
 * | a report; all reports of content     | reportContent, getItem  | table | REPORT#content            | person                  | –            | strong      |
 * | what a person reported               | listMyReports           | gsi1  | BY#person#report          | time#content            | newest       | eventual    |
 * | an item of the queue                 | claimItem, decide, …    | table | item                      | ITEM                    | –            | strong      |
 * | the open item of content, by kind    | reportContent, openItem | table | MATTER#content            | kind                    | –            | strong      |
 * | open items about a subject and what is said on it | followScope | gsi1 | MATTERS#subject           | item                    | oldest       | eventual    |
 * | open items, the most pressing first  | getQueue                | gsi1  | QUEUE                     | pressing#id             | highest      | eventual    |
 * | … of one kind                        | getQueue                | gsi2  | QUEUE#kind                | pressing#id             | highest      | eventual    |
 * | orders that came in a month          | the transparency report | gsi3  | ORDERED#month             | item                    | oldest       | eventual    |
 * | a decision; the text it took out     | getDecision, decide, …  | table | decision                  | DECISION, KEPT          | –            | strong      |
 * | decisions about a person's content   | listMyDecisions         | gsi1  | BY#person#decision        | id                      | newest       | eventual    |
 * | a vote that was set aside, by decision | undo, appeals         | table | QUARANTINE#decision       | person                  | oldest       | strong      |
 * | decisions about content              | getItem                 | gsi2  | DECISIONS#content         | id                      | newest       | eventual    |
 * | decisions of a month in Hanoi        | the transparency report | gsi3  | DECIDED#month             | id                      | oldest       | eventual    |
 * | the audit log of a day in Hanoi      | listEntries, sealing    | table | AUDIT#day                 | event id                | newest, oldest | eventual, strong to seal |
 * | … of an actor                        | listEntries             | gsi1  | AUDITBY#actor             | event id                | newest       | eventual    |
 * | … of what it was done to             | listEntries             | gsi2  | AUDITOF#subject           | event id                | newest       | eventual    |
 * | … of one action                      | listEntries             | gsi3  | AUDITACTION#action        | event id                | newest       | eventual    |
 * | the seals of the audit log, by day   | sealing, checking       | table | SEALS#day                 | number                  | oldest, newest | strong    |
 * | the last seal                        | sealing, checking       | table | SEALS                     | LAST                    | –            | strong      |
 * | who shall become administrator       | requestRole, confirmRole | table | ROLEREQUEST              | person                  | oldest       | strong      |
 * | what was merged into a subject       | getChallenge, …         | table | MERGES#subject            | subject                 | oldest       | eventual    |
 * | what a merge took along              | projectMerge            | table | TAKEN#decision            | subject                 | oldest       | strong      |
 * | who is asked to move a support       | answerMerge, …          | table | ASKED#decision#shard      | person                  | oldest       | strong      |
 * | … of one person                      | listMyMerges            | gsi1  | BY#person#merge           | time#subject            | newest       | eventual    |
 * | the list of rules in force; versions | rulesInForce, lists     | table | RULES                     | NOW, VERSION#number     | newest       | eventual, strong to edit |
 * | the text of a version, in parts      | rulesInForce, getRules  | table | RULES#version             | PART#number             | oldest       | strong      |
 * | what rules found in content          | openByRule, …           | table | FOUND#content             | FOUND                   | –            | strong      |
 * | comments on a subject that wait      | listWaiting             | gsi2  | WAITING#subject           | person#id               | oldest       | eventual    |
 * | an upload                            | attach to a subject     | table | id                        | CARD                    | –            | strong      |
 * | what shows an upload, or did         | isServed, findPicture   | table | upload                    | SHOWN#subject           | –            | strong      |
 * | the figures of the whole city        | getFigures, the job     | table | FIGURES                   | CITY                    | –            | eventual    |
 * | figures of a day in Hanoi            | listDayFigures, a job   | table | DAY#day                   | FIGURES                 | –            | eventual    |
 * | who joined on a day in Hanoi         | countDays, a job        | gsi2  | JOINED#day#0…3            | person                  | –            | eventual    |
 * | reports of a day in Hanoi            | countDays, a job        | gsi2  | REPORTED#day#0…3          | time#content            | oldest       | eventual    |
 * | the transparency report of a month   | getTransparency, a job  | table | TRANSPARENCY#month        | REPORT                  | –            | eventual    |
 * | the flags; what was changed          | getFlags, setFlag       | table | FLAGS                     | NOW, CHANGE#version     | oldest       | eventual, strong to set |
 * | former names of tags; their changes  | currentTags, renameTag  | table | TAGS                      | NOW, CHANGE#version     | newest       | eventual, strong to set |
 * | the programmes; what was changed     | programmesInForce, …    | table | PROGRAMMES                | CODE#code, CHANGE#event | by code, newest | eventual, strong to set |
 * | a job: its run, its last run          | runs, listJobs          | table | JOB#name                  | RUN                     | –            | strong      |
 * | dead letters: open, discarded        | listDeadLetters, …      | table | DEADLETTERS               | OPEN#id, DISCARDED#id   | newest       | strong      |
 * | what the work on a message failed with | fileLetter            | table | FAULT#source#message      | FAULT                   | –            | strong      |
 * | position of a scan of all subjects   | scanSubjects            | table | WALK#name                 | PLACE                   | –            | strong      |
 * | position of a migration, by part     | runMigration            | table | MIGRATION#id              | PART#0…3                | –            | strong      |
 * | what an Idempotency-Key made         | every POST that creates | table | IDEMPOTENT#person#key     | IDEMPOTENT              | –            | strong      |
 */
import type { Paced } from '../api/limits.ts';
import { shardOf } from '../shared/hash.ts';
import type {
  CommentId,
  ContentId,
  DecisionId,
  ItemId,
  OrganisationId,
  PersonId,
  SubjectId,
  UploadId,
} from '../shared/ids.ts';
import type { Item, Key } from '../shared/table.ts';
import { iso } from '../shared/time.ts';
import type { SubjectKind } from '../subject/kinds.ts';

export type { Item, Key };

/**
 * The number of shards for the votes of a subject. A person's shard is part of the key of their vote, so this number never
 * changes: a person whose shard changed could vote twice. At 1,000 votes a second each shard takes about 125.
 */
export const voteShards = 8;

/**
 * Shards of a subject's tally: how many it begins with, and the most it doubles to when votes conflict. The answer to a vote
 * reads them all, so more would cost more in reads than they save in waiting.
 */
export const tallyShards = { first: 8, most: 32 } as const;

export const cardKey = (id: SubjectId | CommentId | OrganisationId | UploadId): Key => ({ pk: id, sk: 'CARD' });
export const bodyKey = (id: SubjectId): Key => ({ pk: id, sk: 'BODY' });
/** That a subject shows an upload, or did while others saw it. */
export const showingPrefix = 'SHOWN#';
export const showingKey = (upload: UploadId, subject: string): Key => ({
  pk: upload,
  sk: `${showingPrefix}${subject}`,
});

/** Partitions of the index of changes: a hash of the id spreads simultaneous changes over them. */
export const changeShardCount = 8;
export const changedPartition = (shard: number): string => `CHANGED#${shard}`;
/**
 * The key of a public item in the index of changes, which holds each item once, at its latest change. `at` is the machine's
 * clock when the write is sent, never the time of the request or of an import: readers of the index continue from the
 * latest time they saw, so no change may appear before it.
 */
export const changedKey = (id: string, at: Date): { gsi3pk: string; gsi3sk: string } => ({
  gsi3pk: changedPartition(shardOf(id, changeShardCount)),
  gsi3sk: `${iso(at)}#${id}`,
});

/** A subject or comment made in an organisation's name, by kind. A separate item, as all indexes of a card are in use. */
export const madePartition = (organisation: OrganisationId, activity: NamedActivity): string =>
  `MADE#${organisation}#${activity}`;
export const madeKey = (organisation: OrganisationId, activity: NamedActivity, id: SubjectId | CommentId): Key => ({
  pk: madePartition(organisation, activity),
  sk: id,
});

/** The answers to a subject, by kind, in the order in which they were begun. */
export const answersPartition = (parent: SubjectId, kind: SubjectKind): string => `ANSWERS#${parent}#${kind}`;

export const listPartition = (list: string): string => `LIST#${list}`;
export const listRowKey = (list: string, id: SubjectId): Key => ({ pk: listPartition(list), sk: id });

/** Numbers in sort keys are padded so that text order is number order. */
export const padded = (value: number): string => value.toFixed(6).padStart(17, '0');

/**
 * What people do, each with an index of its own by person: make a subject of a kind, comment, vote, follow, report; what was
 * decided about them, and what they supported that was merged.
 */
export type Activity = NamedActivity | 'vote' | 'follow' | 'report' | 'decision' | 'merge';
/** What is done under a name: a person's, or an organisation's. */
export type NamedActivity = SubjectKind | 'comment';
export const byPartition = (person: PersonId, activity: Activity): string => `BY#${person}#${activity}`;

export const votePartition = (subject: SubjectId, shard: number): string => `VOTE#${subject}#${shard}`;
export const voteKey = (subject: SubjectId, person: PersonId): Key => ({
  pk: votePartition(subject, shardOf(person, voteShards)),
  sk: person,
});
/** Votes of a day in Hanoi whose network is marked, while it is. The shard spreads a burst. */
export const votedPartition = (day: string, shard: number): string => `VOTED#${day}#${shard}`;
export const votedPosition = (subject: SubjectId, time: string): string => `${subject}#${time}`;
/** The time in such a position. */
export const timeOfPosition = (position: string): string => position.slice(position.indexOf('#') + 1);
export const markSecretKey = (period: number): Key => ({ pk: `MARKS#${period}`, sk: 'SECRET' });
export const watchKey = (subject: SubjectId): Key => ({ pk: `WATCH#${subject}`, sk: 'VOTES' });
export const evidenceKey = (item: ItemId): Key => ({ pk: item, sk: 'EVIDENCE' });
/** That a decision set the vote of a person aside. It is among the decisions about them too. */
export const setAsidePartition = (decision: DecisionId): string => `QUARANTINE#${decision}`;
export const setAsideKey = (decision: DecisionId, person: PersonId): Key => ({
  pk: setAsidePartition(decision),
  sk: person,
});
export const tallyKey = (subject: SubjectId, shard: number): Key => ({ pk: `TALLY#${subject}#${shard}`, sk: 'TALLY' });
/** The subject in a tally's partition key; undefined for other keys. */
export const subjectOfTallyKey = (pk: string): SubjectId | undefined =>
  pk.match(/^TALLY#(.+)#\d+$/)?.[1] as SubjectId | undefined;

export const threadPartition = (subject: SubjectId): string => `THREAD#${subject}`;
export const threadPosition = (root: CommentId, reply?: CommentId): string => (reply ? `${root}#${reply}` : root);

export const eventKey = (subject: SubjectId, event: string): Key => ({ pk: `EVENTS#${subject}`, sk: event });
/** The subjects that became public in a year: an index of the events of publication. */
export const publishedPartition = (year: number): string => `PUBLISHED#${year}`;
export const followPartition = (subject: SubjectId): string => `FOLLOW#${subject}`;
export const followKey = (subject: SubjectId, person: PersonId): Key => ({ pk: followPartition(subject), sk: person });

/** All organisations, by their names without accents. */
export const organisationsPartition = 'ORGANISATIONS';
/** People by their names, in each index in another order of the words (`person/names.ts`). */
export const peoplePartition = 'PEOPLE';
export const personKey = (person: PersonId): Key => ({ pk: person, sk: 'PERSON' });
export const sessionKey = (person: PersonId, tokenHash: string): Key => ({ pk: person, sk: `SESSION#${tokenHash}` });
export const decisionKey = (id: DecisionId): Key => ({ pk: id, sk: 'DECISION' });
/** What a decision took out of content, until nobody may appeal any more. */
export const keptKey = (id: DecisionId): Key => ({ pk: id, sk: 'KEPT' });
export const decisionsPartition = (content: ContentId): string => `DECISIONS#${content}`;
/** Decisions made in a month of Hanoi (`2026-11`). */
export const decidedPartition = (month: string): string => `DECIDED#${month}`;
/** A change of a person's account, and who made it. */
export const deedKey = (of: PersonId | OrganisationId, event: string): Key => ({ pk: of, sk: `EVENT#${event}` });
/** Entries of the audit log of a day in Hanoi (`2026-11-28`). */
export const auditPartition = (day: string): string => `AUDIT#${day}`;
export const auditKey = (day: string, event: string): Key => ({ pk: auditPartition(day), sk: event });
export const auditActorPartition = (actor: string): string => `AUDITBY#${actor}`;
export const auditSubjectPartition = (subject: string): string => `AUDITOF#${subject}`;
export const auditActionPartition = (action: string): string => `AUDITACTION#${action}`;
/** The seals made on a day in Hanoi, numbered from 1. */
export const sealPartition = (day: string): string => `SEALS#${day}`;
export const sealKey = (day: string, number: number): Key => ({
  pk: sealPartition(day),
  sk: String(number).padStart(8, '0'),
});
export const lastSealKey: Key = { pk: 'SEALS', sk: 'LAST' };
/** Requests that somebody becomes administrator, each waiting for a second one. */
export const roleRequestPartition = 'ROLEREQUEST';
export const roleRequestKey = (person: PersonId): Key => ({ pk: roleRequestPartition, sk: person });
export const roleHolderKey = (role: string, person: PersonId): Key => ({ pk: `ROLE#${role}`, sk: person });
/** The hash in a session's sort key. */
export const sessionOf = (sk: string): string => sk.slice('SESSION#'.length);
export const uniqueKey = (kind: 'email' | 'oidc' | 'slug' | 'source', value: string): Key => ({
  pk: `UNIQUE#${kind}#${value}`,
  sk: 'UNIQUE',
});
export const codeKey = (mailboxHash: string, id: string): Key => ({ pk: `CODE#${mailboxHash}`, sk: `CODE#${id}` });
export const oidcKey = (stateHash: string): Key => ({ pk: `OIDC#${stateHash}`, sk: 'OIDC' });
export const carriedFormKey = (keyHash: string): Key => ({ pk: `FORM#${keyHash}`, sk: 'FORM' });
export const limitKey = (name: string, window: string): Key => ({ pk: `LIMIT#${name}#${window}`, sk: 'LIMIT' });
export const paceKey = (person: PersonId, paced: Paced): Key => ({ pk: `PACE#${person}#${paced}`, sk: 'PACE' });
export const memberKey = (organisation: OrganisationId, person: PersonId): Key => ({
  pk: organisation,
  sk: `MEMBER#${person}`,
});
/** One person's report of content: one each, however often they send it. */
export const reportKey = (content: ContentId, person: PersonId): Key => ({ pk: `REPORT#${content}`, sk: person });
export const itemKey = (id: ItemId): Key => ({ pk: id, sk: 'ITEM' });
/** Points to the open item about content: at most one of each kind of matter. */
export const matterKey = (content: ContentId, kind: string): Key => ({ pk: `MATTER#${content}`, sk: kind });
/** Open items about a subject and about the comments on it. */
export const mattersPartition = (subject: SubjectId): string => `MATTERS#${subject}`;
/** Open items: all, or those of one kind. */
export const queuePartition = (kind?: string): string => (kind ? `QUEUE#${kind}` : 'QUEUE');
/** The place in the queue: the highest priority (0 to 999,999) first, and of equal ones the oldest. */
export const queuePosition = (priority: number, id: ItemId): string =>
  `${String(999_999 - priority).padStart(6, '0')}#${id}`;
/** What was merged into a subject. */
export const mergesPartition = (into: SubjectId): string => `MERGES#${into}`;
export const mergesKey = (into: SubjectId, merged: SubjectId): Key => ({ pk: mergesPartition(into), sk: merged });
/** The answers that a merge took along, by the decision. */
export const takenPartition = (merge: DecisionId): string => `TAKEN#${merge}`;
export const takenKey = (merge: DecisionId, answer: SubjectId): Key => ({ pk: takenPartition(merge), sk: answer });
/** Who supported what was merged, by the decision; in the shard of their vote, so that one page after another is asked. */
export const askedPartition = (merge: DecisionId, shard: number): string => `ASKED#${merge}#${shard}`;
export const askedKey = (merge: DecisionId, person: PersonId): Key => ({
  pk: askedPartition(merge, shardOf(person, voteShards)),
  sk: person,
});
/** The place of an authority's demand: before all else, the one that is due first, or overdue, on top. */
export const orderPosition = (dueAt: string, id: ItemId): string => `000000#${dueAt}#${id}`;
/** Demands of authorities that came in a month of Hanoi (`2026-11`). */
export const orderedPartition = (month: string): string => `ORDERED#${month}`;
/** The list of content rules that is in force, and the versions there are. */
export const rulesKey: Key = { pk: 'RULES', sk: 'NOW' };
export const ruleVersionKey = (version: number): Key => ({
  pk: 'RULES',
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
/** A stretch of the text of a version: a list may be longer than an item. */
export const rulePartKey = (version: number, part: number): Key => ({
  pk: `RULES#${version}`,
  sk: `PART#${String(part).padStart(3, '0')}`,
});
/** What content rules found in content as it was last written. */
export const foundKey = (content: ContentId): Key => ({ pk: `FOUND#${content}`, sk: 'FOUND' });
/** The content in such a partition key; undefined for other keys. */
export const contentOfFoundKey = (pk: string): ContentId | undefined => pk.match(/^FOUND#(.+)$/)?.[1] as ContentId;
/** Comments on a subject that wait for moderators, or were sent back to their authors. */
export const waitingPartition = (subject: SubjectId): string => `WAITING#${subject}`;
export const waitingPosition = (person: PersonId, id: CommentId | ''): string => `${person}#${id}`;
/** What moderators decided in a month of Hanoi, counted. */
export const transparencyKey = (month: string): Key => ({ pk: `TRANSPARENCY#${month}`, sk: 'REPORT' });
/** Figures of a day in Hanoi (`2026-11-29`). */
export const dayFiguresKey = (day: string): Key => ({ pk: `DAY#${day}`, sk: 'FIGURES' });
/** Over so many partitions of an index each day's new people and reports are spread, so that none is written too often. */
export const cameShards = 4;
export const joinedPartition = (day: string, shard: number): string => `JOINED#${day}#${shard}`;
export const reportedPartition = (day: string, shard: number): string => `REPORTED#${day}#${shard}`;
export const figuresKey: Key = { pk: 'FIGURES', sk: 'CITY' };
export const flagsKey: Key = { pk: 'FLAGS', sk: 'NOW' };
export const flagChangeKey = (version: number): Key => ({
  pk: 'FLAGS',
  sk: `CHANGE#${String(version).padStart(6, '0')}`,
});
/** The former names of tags; which was renamed into which, by whom. */
export const tagsKey: Key = { pk: 'TAGS', sk: 'NOW' };
export const tagChangeKey = (version: number): Key => ({
  pk: 'TAGS',
  sk: `CHANGE#${String(version).padStart(6, '0')}`,
});
/** Programmes that differ from the list that a site begins with, and the changes that were made. */
export const programmesPartition = 'PROGRAMMES';
export const programmeKey = (code: string): Key => ({ pk: programmesPartition, sk: `CODE#${code}` });
export const programmeChangeKey = (event: string): Key => ({ pk: programmesPartition, sk: `CHANGE#${event}` });
/** Where a job stands, and how its last run came out. */
export const jobKey = (name: string): Key => ({ pk: `JOB#${name}`, sk: 'RUN' });
/** Dead letters: those that wait for an administrator, and those that were discarded. */
export const deadLettersPartition = 'DEADLETTERS';
export const openLetterKey = (id: string): Key => ({ pk: deadLettersPartition, sk: `OPEN#${id}` });
export const discardedLetterKey = (id: string): Key => ({ pk: deadLettersPartition, sk: `DISCARDED#${id}` });
/** What the work on a message failed with at last. */
export const failureKey = (source: string, message: string): Key => ({ pk: `FAULT#${source}#${message}`, sk: 'FAULT' });
export const scanKey = (name: string): Key => ({ pk: `WALK#${name}`, sk: 'PLACE' });
export const migrationPartKey = (migration: string, part: number): Key => ({
  pk: `MIGRATION#${migration}`,
  sk: `PART#${part}`,
});
export const idempotencyKey = (person: PersonId, key: string): Key => ({
  pk: `IDEMPOTENT#${person}#${key}`,
  sk: 'IDEMPOTENT',
});
