/** Health and description of the service over HTTP. */
import { getItem } from '@hanoi/core/db/get';
import { figuresKey } from '@hanoi/core/db/keys';
import { AppError } from '@hanoi/core/shared/app-error';
import type { systemContract } from '@hanoi/core/system/contract';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof systemContract> = {
  async getHealth(ctx, { query }) {
    if (query.deep) {
      // A strong read of one item, there or not: what people's requests need, and functions may.
      await getItem(ctx, figuresKey, { consistent: true }).catch((cause: unknown) => {
        throw new AppError('busy', { cause });
      });
    }
    return { status: 'ok', time: ctx.now().toISOString() };
  },
  async getOpenApi() {
    const { openApiDocument } = await import('./openapi.ts');
    return { ...openApiDocument() };
  },
};
