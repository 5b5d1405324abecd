/** How long a body may be follows from its contract, and is short where anybody may send it. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { describe, expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';
import { expectRefused } from './testing-refusal.ts';

const api = useApi();

describe('a body', () => {
  it('that anybody may send has 16 KB at most', async () => {
    for (const path of ['/auth/codes', '/auth/sessions']) {
      await expectRefused(api, 'payload_too_large', 'POST', path, { raw: ' '.repeat(16_385) });
      await expectRefused(api, 'invalid_json', 'POST', path, { raw: ' '.repeat(16_384) });
    }
  });

  it('with the longest text that a challenge may have fits, however a program escapes it', async () => {
    const { token } = await api.signInAs();
    // One letter in UTF-16 as two escapes of six bytes: what takes most.
    const body = JSON.stringify(makeNewChallenge({ body: '@'.repeat(20_000) })).replaceAll('@', '\\ud83d\\ude0a');
    expect(body.length).toBeGreaterThan(240_000);
    const { json } = await api.call('POST', '/challenges', { token, raw: body });
    expect(json.code).not.toBe('payload_too_large');
    await expectRefused(api, 'payload_too_large', 'POST', '/challenges', {
      token,
      raw: `${body}${' '.repeat(300_000)}`,
    });
  });
});
