/** What has to be said of every kind of subject. The words of a kind stand in `kind/`, in both languages. */
import type { EventType } from '@hanoi/core/event/schema';
import type { Language } from '@hanoi/core/person/schema';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import type { StatusOf, SubjectKind } from '@hanoi/core/subject/kinds';

/** What an error says: `title` what happened, `detail` what to do. */
export type Message = { title: string; detail: string };

/** An event in words. `actor` is a name; `fields` names what an edit touched, or is empty. */
export type Sentence = (actor: string, fields: string) => string;

/** The error codes of a kind begin with its name, and so do its events. */
export type ErrorOf<Kind extends SubjectKind> = Extract<ErrorCode, `${Kind}_${string}`>;
type EventOf<Kind extends SubjectKind> = Extract<EventType, `${Kind}_${string}`>;

export type WordsOf<Kind extends SubjectKind> = {
  statuses: Record<StatusOf<Kind>, string>;
  /** What happened to it, on timelines. */
  events: Record<EventOf<Kind>, Sentence>;
  errors: Record<ErrorOf<Kind>, Message>;
  /** Who made it, beside their comments on it. */
  author: string;
  /** Where a comment stands, among one's own. */
  on: string;
  /** What one of it is called, where it stands among others. */
  name: string;
  /** On the page of one that was merged, and above those that were merged into one. */
  merged: string;
  also: string;
  /** What they are called beside their number, on the home page. */
  counted: string;
  /** The list of those one made: its tab, and what it says while it is empty. */
  mine: string;
  empty: { title: string; text: string };
};

/** The words of a kind in each language. */
export type KindWords<Kind extends SubjectKind> = Record<Language, WordsOf<Kind>>;
