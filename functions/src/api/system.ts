/** Health and description of the service over HTTP. */
import { getItem } from '@hanoi/core/db/get';
import { figuresKey } from '@hanoi/core/db/keys';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Ctx } from '@hanoi/core/shared/context';
import type { systemContract } from '@hanoi/core/system/contract';
import type { HandlesOf } from '../http/handle.ts';

/** Who asks for health asks every few seconds, and should not wait as long as a person would. */
const patienceMs = 2_000;

export const handles: HandlesOf<typeof systemContract> = {
  async getHealth(ctx, { query }) {
    if (query.deep) await assertTableAnswers(ctx);
    return { status: 'ok', time: ctx.now().toISOString() };
  },
  async getOpenApi() {
    const { openApiDocument } = await import('./openapi.ts');
    return { ...openApiDocument() };
  },
};

/**
 * A strong read of one item, there or not: what people's requests need, and functions may.
 * @throws busy when the table does not answer in time
 */
async function assertTableAnswers(ctx: Ctx): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
  try {
    await Promise.race([getItem(ctx, figuresKey, { consistent: true }), late.promise]);
  } catch (cause) {
    throw new AppError('busy', { cause });
  } finally {
    clearTimeout(timer);
  }
}
