/** What a refusal must look like, and that it changed nothing. */
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { expect } from 'vitest';
import type { ApiAnswer, Given, TestApi } from '../testing/api.ts';
import { securityHeaders } from './security-headers.ts';

/** What counts tries rather than things: a refusal may change these. */
const counters = ['LIMIT#', 'CODE#', 'PACE#'];

/** Sends a request that must be refused with `code`, and sees that the table is as it was. */
export async function expectRefused(
  api: TestApi,
  code: ErrorCode,
  method: string,
  target: string,
  given: Given = {},
): Promise<ApiAnswer> {
  const before = await tableOf(api);
  const files = api.files.size;
  const answer = await api.call(method, target, given);
  expectProblem(answer, code);
  expect(await tableOf(api)).toEqual(before);
  expect(api.files.size).toBe(files);
  return answer;
}

/** The answer is a whole problem, with the headers of every answer. */
export function expectProblem(answer: ApiAnswer, code: ErrorCode): void {
  const status = errorCatalogue[code];
  expect(answer.json, answer.text).toMatchObject({ type: `/api/v1/problems/${code}`, status, code });
  expect(answer.status).toBe(status);
  expect(answer.json.title).toMatch(/\p{L}{2}/u);
  expect(answer.json.detail).toMatch(/\p{L}{2}/u);
  expect(answer.json.errors).toEqual(
    answer.json.errors.map(() => ({
      path: expect.stringMatching(/^\//),
      code: expect.stringMatching(/^[a-z_]+$/),
      message: expect.any(String),
    })),
  );
  expect(answer.text.length, 'what was sent is not sent back').toBeLessThan(20_000);
  expect(answer.headers).toMatchObject({
    ...securityHeaders,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'content-language': expect.stringMatching(/^(vi|en)$/),
    'x-request-id': expect.any(String),
  });
}

async function tableOf(api: TestApi): Promise<object[]> {
  const items = await api.everything();
  return items.filter((item) => !counters.some((prefix) => String(item.pk).startsWith(prefix)));
}
