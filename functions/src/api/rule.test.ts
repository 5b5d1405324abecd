/** Versions of the content rules name who saved them; the list of a new site nobody did. */
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
