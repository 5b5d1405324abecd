/** What one did with a subject: one's own at once, and nothing about the subject. */
import { newId } from '@hanoi/core/shared/ids';
import { type SubjectKind, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';
import { kindCases } from '../testing/kinds.ts';

const api = useApi();
const { call, signInAs } = api;
const nothing = { supported: false, following: false };
const live: Record<SubjectKind, string> = {} as never;
const drafts: Record<SubjectKind, string> = {} as never;

beforeAll(async () => {
  const { token } = await api.signInAs();
  for (const kind of subjectKinds) {
    live[kind] = await kindCases[kind].draft(api, token, null);
    drafts[kind] = await kindCases[kind].draft(api, token, null);
    await kindCases[kind].publish(api, token, live[kind]);
  }
});

describe.each(subjectKinds)('of a %s', (kind) => {
  const path = (id: string, rest = '/viewer') => `/${specOf(kind).path}/${id}${rest}`;

  it('shows one’s own vote and follow at once, and nobody else’s', async () => {
    const [reader, other] = [await signInAs(), await signInAs()];
    const seenBy = async ({ token }: { token: string }) => (await call('GET', path(live[kind]), { token })).json;
    expect(await seenBy(reader)).toEqual(nothing);
    await call('PUT', path(live[kind], '/support'), { token: reader.token });
    expect(await seenBy(reader)).toEqual({ ...nothing, supported: true });
    await call('PUT', path(live[kind], '/follow'), { token: reader.token });
    expect(await seenBy(reader)).toEqual({ ...nothing, supported: true, following: true });
    expect(await seenBy(other)).toEqual(nothing);
    await call('DELETE', path(live[kind], '/support'), { token: reader.token });
    expect(await seenBy(reader)).toEqual({ ...nothing, following: true });
  });

  it('answers a stranger the same for somebody’s draft and for an id that does not exist', async () => {
    const { token } = await signInAs();
    const unused = newId(kind, { now: () => new Date() });
    const [draft, none] = await Promise.all([drafts[kind], unused].map((id) => call('GET', path(id), { token })));
    expect(draft).toMatchObject({ status: 200, json: nothing, headers: { 'cache-control': 'private, no-store' } });
    expect([none!.status, none!.text]).toEqual([draft!.status, draft!.text]);
  });
});
