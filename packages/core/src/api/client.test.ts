/** The typed client sends nothing to an address that is not the one it was asked for. */
import { expect, it } from 'vitest';
import { createClient } from '../client.ts';

const sent: string[] = [];
const client = createClient(async (input) => {
  sent.push(String(input));
  return new Response(null, { status: 204 });
}, 'http://localhost');

it('refuses an id that is empty: without it, one session would be all others', async () => {
  await expect(client.session.endSession({ params: { id: '' } })).rejects.toMatchObject({
    problem: { status: 404, code: 'route_not_found' },
  });
  expect(sent).toEqual([]);
  await client.session.endSession({ params: { id: 'a/b' } });
  expect(sent).toEqual(['http://localhost/api/v1/me/sessions/a%2Fb']);
});

it('has the features of the contracts and no others, so that it can be awaited', async () => {
  expect(await client).toBe(client);
  expect(Object.keys(client.session)).toContain('endSession');
  expect((client as unknown as Record<string, unknown>).constructor).toBeUndefined();
});
