/** What the log says of sign-ins and refusals: enough to see an attack, no personal data. */

import { expect, it, vi } from 'vitest';
import { useApi } from '../testing/api.ts';
import { logOf } from './logger.ts';

const api = useApi();

/** The lines logged by `action`. */
async function loggedBy(action: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  logOf('test');
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await action();
    const text = out.mock.calls.map(([chunk]) => String(chunk)).join('');
    return text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  } finally {
    out.mockRestore();
  }
}

it('refusals are logged by route and reason', async () => {
  const lines = await loggedBy(async () => {
    await api.call('GET', '/me');
    await api.call('GET', '/me', { token: 'forged' });
    await api.call('POST', '/auth/sessions', { body: { email: 'an@example.vn', code: '123456' } });
    await api.call('GET', '/challenges/none');
  });
  const refusals = lines.map(({ message, code, route }) => ({ message, code, route }));
  expect(refusals).toEqual([
    { message: 'request_refused', code: 'not_signed_in', route: 'GET /api/v1/me' },
    { message: 'request_refused', code: 'session_invalid', route: 'GET /api/v1/me' },
    { message: 'request_refused', code: 'code_expired', route: 'POST /api/v1/auth/sessions' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/an@example|123456|forged/);
});

it('sign-ins and sign-outs are logged by id', async () => {
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
