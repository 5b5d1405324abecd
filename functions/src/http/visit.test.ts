/** Browsers led to the API never end on a problem that only programs read. */
import { expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';

const api = useApi();
const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';

it.each([
  [
    '/auth/oidc/start?next=%2Fen%2Fchallenges%2Fnew',
    'vi',
    '/en/sign-in?problem=oidc_unavailable&next=%2Fen%2Fchallenges%2Fnew',
  ],
  ['/auth/oidc/start', 'vi', '/sign-in?problem=oidc_unavailable&next=%2F'],
  ['/auth/oidc/start?next=//evil.example', 'vi', '/sign-in?problem=oidc_unavailable&next=%2F'],
  [
    `/auth/oidc/start?next=/${'x'.repeat(3_000)}`,
    'vi',
    expect.stringMatching(/^\/sign-in\?problem=invalid_input&next=/),
  ],
  ['/auth/oidc/callback?error=access_denied', 'en-GB', '/en/sign-in?problem=oidc_expired'],
  ['/auth/oidc/callback?state=x&code=y', 'vi', '/sign-in?problem=oidc_failed'],
])('%s of a browser in %s leads to %s', async (target, language, location) => {
  const answer = await api.call('GET', target, { headers: { accept, 'accept-language': language } });
  expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 303, location });
});

it('programs get the problem, there too', async () => {
  const answer = await api.call('GET', '/auth/oidc/callback?state=x', { headers: { accept: 'application/json' } });
  expect(answer.json).toMatchObject({ status: 401, code: 'oidc_failed' });
});
