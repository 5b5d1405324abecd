/** What the tests of all kinds of subject know of one: how it is made by the API, and who meets what at its own routes. */
import type { Contracts } from '@hanoi/core/contracts';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import type { OrganisationId } from '@hanoi/core/shared/ids';
import type { SubjectKind } from '@hanoi/core/subject/kinds';
import type { Who } from '../http/testing-cast.ts';
import type { TestApi } from './api.ts';

/** A route of a kind's own contract. */
export type OwnRoute = {
  /** What is sent, right in every way; `version` is that of the subject it is sent to. */
  body?: (version: number) => object;
  /** It is for drafts. */
  isForDrafts?: true;
  /** It is for what has ended. */
  isOver?: true;
  /** Who may, of those signed in; everybody when left out. */
  only?: readonly Who[];
};

export type KindCase<Kind extends SubjectKind> = {
  /** Begins a draft, with whatever it answers. Resolves to its id. */
  draft(api: TestApi, token: string, organisation: OrganisationId | null): Promise<string>;
  /** Makes a draft public. */
  publish(api: TestApi, token: string, id: string): Promise<unknown>;
  /** Ends what is public: people no longer take part. */
  end(api: TestApi, token: string, id: string): Promise<unknown>;
  /** Its own routes, and those of features that stand below it. */
  routes: Record<keyof Contracts[Kind] & string, OwnRoute> & Record<string, OwnRoute>;
  /**
   * What happens at these routes in each status. Columns: nobody (not signed in) · others (citizen, expert, plain member of
   * the organisation, officer of an agency) · makers (the author, an editor of the same organisation) · moderators (moderator,
   * administrator). `ok` is the status of the contract; everything else a code. `rest` stands for all statuses without a line.
   */
  rules: string;
  /** What drafting one meets where what it would answer takes no more. */
  parentClosed?: ErrorCode;
};

/** Those who made a subject, in the casts of tests. */
export const makers: readonly Who[] = ['author', 'colleague'];

/** Sends what must be accepted, and resolves to the id of what is answered. */
export async function sendOk(
  api: TestApi,
  method: string,
  path: string,
  token: string,
  body?: object,
): Promise<string> {
  const { status, text, json } = await api.call(method, path, { token, body });
  if (status >= 300) throw new Error(`${method} ${path}: ${text}`);
  return json.id;
}
