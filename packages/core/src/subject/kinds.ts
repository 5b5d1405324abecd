/**
 * The kinds of subject: what people support, comment and follow. Each kind has one entry here, and what all subjects
 * share derives from it, on the server and in the browser: ids, who sees them, lists, counters, routes, addresses, repair,
 * tests. This file imports nothing, as everything else stands on it. To add a kind: `npm run new-feature NAME -- --kind`.
 */
export type SubjectKind = 'challenge' | 'solution';

/** What people can do with a subject beside reading it. */
export type Act = 'support' | 'follow' | 'comment';

export type StatusSpec = {
  /** Who sees it: everyone; its makers and moderators; or its makers alone. Before publication, only its makers see it. */
  seen: 'everyone' | 'moderators' | 'makers';
  /** Whether people may support, comment and answer, until its end comes. */
  live?: true;
  /** Whether it is in the public lists. */
  listed?: true;
};

/** The fields of a card that decide in which list it is. */
export type ListedCard = {
  /** The subject it answers, for kinds that have a parent. */
  parentId: string | null;
};

export type KindSpec = {
  /** What its ids begin with, before `_`. */
  prefix: string;
  /** What the short number people quote begins with: `TT-CF17-BGHW` is a challenge. */
  reference: string;
  /** Its collection in addresses of the API and of the pages: `/challenges/{id}`. */
  path: string;
  /**
   * The kind it answers. Its cards hold the parent's id as `<kind>Id` and its title as `<kind>Title`, where `<kind>` is the
   * parent's; the parent's cards have a counter of these answers, named by this kind's path.
   */
  parent: SubjectKind | null;
  statuses: Record<string, StatusSpec>;
  acts: readonly Act[];
  /**
   * The list in the table that a card in a listed status is in: that of its whole kind, or of what it answers. All other lists
   * are answered by the search index.
   */
  list: (card: ListedCard) => string;
  /** How many of it one person may write in an hour, drafts too: far above what people do, far below what a program can. */
  mostAnHour: number;
};

const everyone = { seen: 'everyone', listed: true } as const;
const moderators = { seen: 'moderators' } as const;

export const kinds = {
  challenge: {
    prefix: 'chl',
    reference: 'TT',
    path: 'challenges',
    parent: null,
    statuses: {
      draft: { seen: 'makers' },
      pending: moderators,
      open: { ...everyone, live: true },
      evaluating: everyone,
      decided: everyone,
      implementing: everyone,
      completed: everyone,
      closed: everyone,
      merged: { seen: 'everyone' },
      hidden: moderators,
      withdrawn: { seen: 'makers' },
    },
    acts: ['support', 'follow', 'comment'],
    list: () => 'challenges',
    mostAnHour: 30,
  },
  solution: {
    prefix: 'sol',
    reference: 'GP',
    path: 'solutions',
    parent: 'challenge',
    statuses: {
      draft: { seen: 'makers' },
      pending: moderators,
      submitted: { ...everyone, live: true },
      shortlisted: everyone,
      selected: everyone,
      'not-selected': everyone,
      piloting: everyone,
      implemented: everyone,
      stopped: everyone,
      withdrawn: { seen: 'everyone' },
      merged: { seen: 'everyone' },
      hidden: moderators,
    },
    acts: ['support', 'follow', 'comment'],
    list: ({ parentId }) => `solutions:${parentId}`,
    mostAnHour: 30,
  },
} as const satisfies Record<SubjectKind, KindSpec>;

/** The names of all kinds. */
export const subjectKinds = Object.keys(kinds) as SubjectKind[];

/** The kinds that have this act. */
export type KindWith<A extends Act> = {
  [Kind in SubjectKind]: A extends (typeof kinds)[Kind]['acts'][number] ? Kind : never;
}[SubjectKind];

/** The path of a kind; for a union of kinds, the union of their paths. */
export type PathOf<Kind extends SubjectKind> = (typeof kinds)[Kind]['path'];
/** The statuses of a kind; for a union of kinds, the union of their statuses. */
export type StatusOf<Kind extends SubjectKind> = Kind extends SubjectKind
  ? keyof (typeof kinds)[Kind]['statuses'] & string
  : never;
/** The statuses in which a subject of the kind stands in the public lists. */
export type ListedStatus<Kind extends SubjectKind> = {
  [Status in StatusOf<Kind>]: (typeof kinds)[Kind]['statuses'][Status] extends { listed: true } ? Status : never;
}[StatusOf<Kind>];

/** The kind's entry, in the type that all entries share. */
export function specOf(kind: SubjectKind): KindSpec {
  return kinds[kind];
}

/** The collections of all kinds. */
export const kindPaths = subjectKinds.map((kind) => kinds[kind].path);

/** The kinds that have one of these acts. */
export function kindsWith<A extends Act>(...acts: A[]): KindWith<A>[] {
  return subjectKinds.filter((kind) => acts.some((act) => specOf(kind).acts.includes(act))) as KindWith<A>[];
}

/** What a status of a kind means. */
export function statusSpec(kind: SubjectKind, status: string): StatusSpec {
  return specOf(kind).statuses[status] ?? { seen: 'makers' };
}

/** The statuses of a kind, in the order of its entry. */
export function statusesOf<Kind extends SubjectKind>(kind: Kind): [StatusOf<Kind>, ...StatusOf<Kind>[]] {
  return Object.keys(kinds[kind].statuses) as [StatusOf<Kind>, ...StatusOf<Kind>[]];
}

/** The statuses of a kind in which a subject stands in the public lists, in the order of its entry. */
export function listedStatusesOf<Kind extends SubjectKind>(kind: Kind): [ListedStatus<Kind>, ...ListedStatus<Kind>[]] {
  const listed = statusesOf(kind).filter((status) => statusSpec(kind, status).listed);
  return listed as string[] as [ListedStatus<Kind>, ...ListedStatus<Kind>[]];
}

/** The kinds that answer `Kind`. */
type AnswersTo<Kind extends SubjectKind> = {
  [Answer in SubjectKind]: (typeof kinds)[Answer]['parent'] extends Kind ? Answer : never;
}[SubjectKind];

/** The kinds that answer `kind`. */
export function answerKindsOf<Kind extends SubjectKind>(kind: Kind): AnswersTo<Kind>[] {
  return subjectKinds.filter((answer) => specOf(answer).parent === kind) as AnswersTo<Kind>[];
}

/** The counters of the answers to a kind, each named by the path of the answering kind. */
export type AnswerCounter<Kind extends SubjectKind> = PathOf<AnswersTo<Kind>>;

/** What is counted on cards: votes, comments and answers. */
export type Counter = 'support' | 'comments' | AnswerCounter<SubjectKind>;

/** The counters of the answers to a kind. */
export function answerCountersOf<Kind extends SubjectKind>(kind: Kind): AnswerCounter<Kind>[] {
  return answerKindsOf(kind).map((answer) => specOf(answer).path as AnswerCounter<Kind>);
}

/** The counters on the cards of a kind. */
export function countersOf(kind: SubjectKind): Counter[] {
  return ['support', 'comments', ...answerCountersOf(kind)];
}

/** The counters of all kinds. */
export const counters: readonly Counter[] = [...new Set(subjectKinds.flatMap(countersOf))];

/** The name of the field that holds the parent's id on the cards of a kind; undefined for kinds without a parent. */
export function parentField(kind: SubjectKind): string | undefined {
  const { parent } = specOf(kind);
  return parent ? `${parent}Id` : undefined;
}

/** As `parentField`, of the parent's title. */
export function parentTitleField(kind: SubjectKind): string | undefined {
  const { parent } = specOf(kind);
  return parent ? `${parent}Title` : undefined;
}
