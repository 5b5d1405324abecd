import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { refuseUnreadableForms } from './readable-form';

const sent = (body: string, type: string) => {
  const url = new URL('https://hanoi.example/en/challenges/new');
  const request = new Request(url, { method: 'POST', body, headers: { 'content-type': type } });
  refuseUnreadableForms({ request, url } as RequestEvent);
  return request;
};
const whole = '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nNgập\r\n--x--\r\n';

test('a form that is whole is read', async () => {
  const form = await sent(whole, 'multipart/form-data; boundary=x').formData();
  expect(form.get('title')).toBe('Ngập');
});

test.each([
  ['breaks off', whole.slice(0, 40), 'multipart/form-data; boundary=x'],
  ['has another boundary', whole, 'multipart/form-data; boundary=y'],
  ['has no boundary', whole, 'multipart/form-data'],
])('a form that %s ends on a page with 400', async (_, body, type) => {
  const thrown = await sent(body, type)
    .formData()
    .catch((error) => error);
  expect(isHttpError(thrown, 400)).toBe(true);
  expect(thrown.body.message).toMatch(/form/);
});
