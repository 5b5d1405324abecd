/** What the log tells of who signs in and who is turned away: enough to see an attack, nothing of the person. */

import { expect, it, vi } from 'vitest';
import { useApi } from '../testing/api.ts';
import { logOf } from './logger.ts';

const api = useApi();

/** The lines logged by `deed`. */
async function loggedBy(deed: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  logOf('test');
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await deed();
    const text = out.mock.calls.map(([chunk]) => String(chunk)).join('');
    return text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  } finally {
    out.mockRestore();
  }
}

it('who is refused is told by route and reason', async () => {
  const lines = await loggedBy(async () => {
    await api.call('GET', '/me');
    await api.call('GET', '/me', { token: 'forged' });
    await api.call('POST', '/auth/sessions', { body: { email: 'an@example.vn', code: '123456' } });
    await api.call('GET', '/challenges/none');
  });
  const told = lines.map(({ message, code, route }) => ({ message, code, route }));
  expect(told).toEqual([
    { message: 'request_refused', code: 'not_signed_in', route: 'GET /api/v1/me' },
    { message: 'request_refused', code: 'session_invalid', route: 'GET /api/v1/me' },
    { message: 'request_refused', code: 'code_expired', route: 'POST /api/v1/auth/sessions' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/an@example|123456|forged/);
});

it('who signs in is told by id, in and out', async () => {
  let token = '';
  let id = '';
  const lines = await loggedBy(async () => {
    ({ token, id } = await api.signIn('binh@example.vn'));
    await api.call('DELETE', '/auth/sessions/current', { token });
  });
  expect(lines.map(({ message, person, way }) => ({ message, person, way }))).toEqual([
    { message: 'signed_in', person: id, way: 'code' },
    { message: 'signed_out', person: id, way: undefined },
  ]);
  expect(JSON.stringify(lines)).not.toContain('binh');
  expect(JSON.stringify(lines)).not.toContain(token);
});
