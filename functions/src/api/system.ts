/** Health and description of the service over HTTP. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { AppError } from '@hanoi/core/shared/app-error';
import type { systemContract } from '@hanoi/core/system/contract';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof systemContract> = {
  async getHealth(ctx, { query }) {
    if (query.deep) {
      const command = new DescribeTableCommand({ TableName: ctx.db.table });
      const answer = await ctx.db.client.send(command as never).catch((cause: unknown) => {
        throw new AppError('busy', { cause });
      });
      if ((answer as { Table?: { TableStatus?: string } }).Table?.TableStatus !== 'ACTIVE') throw new AppError('busy');
    }
    return { status: 'ok', time: ctx.now().toISOString() };
  },
  async getOpenApi() {
    const { openApiDocument } = await import('./openapi.ts');
    return { ...openApiDocument() };
  },
};
