/** Versions of the content rules name who saved them; the list of a new site nobody did. Everybody sees what would be masked. */
import { defaultSettings } from '@hanoi/core/rule/default-list';
import { expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';

const api = useApi();

it('whoever saved a version is called by name, wherever it is told', async () => {
  const { token, id: by, name: who } = await api.signInAs({ roles: ['administrator'] });
  const body = { base: 0, text: '[abuse]\nngu', settings: defaultSettings, reason: 'Thêm từ' };
  const saved = (await api.call('POST', '/admin/rules', { token, body })).json;
  expect(saved).toMatchObject({ by, who });
  const whole = (await api.call('GET', `/admin/rules/${saved.version}`, { token })).json;
  expect(whole).toMatchObject({ by, who, text: body.text });
  const { items } = (await api.call('GET', '/admin/rules', { token })).json;
  expect(items[0]).toMatchObject({ by, who });
  expect(items.at(-1)).toMatchObject({ version: 0, by: null, who: null });
});

it('whoever writes sees what would be masked, signed in or not; what stands there already stays', async () => {
  const body = { title: 'Gọi 0912 345 678', body: 'Gọi 0987654321', present: { body: 'Gọi 0987654321 nhé' } };
  const { status, json } = await api.call('POST', '/personal-data/preview', { body });
  expect(status).toBe(200);
  expect(json).toEqual({
    title: 'Gọi 09xx xxx x78',
    body: 'Gọi 0987654321',
    masked: [{ field: 'title', kind: 'phone', words: '09xx xxx x78' }],
  });
});
