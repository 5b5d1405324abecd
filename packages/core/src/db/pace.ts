/**
 * How much one person may write in an hour. It is counted from what they wrote, in the index of a person's items: one
 * more read for each text, half a unit for most people, and no write. Texts sent at the same moment may all pass.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { idAt, timeOfId } from '../shared/ids.ts';
import { hour, second } from '../shared/time.ts';
import { type SubjectKind, specOf } from '../subject/kinds.ts';
import { byPartition } from './keys.ts';

/**
 * Texts an hour: far above what people write, far below what a program can. Drafts count, as they are stored too. Never more
 * than 100, the size of one page: longer reads would wait behind others on one machine.
 */
export function mostAnHour(written: SubjectKind | 'comment'): number {
  return written === 'comment' ? 100 : specOf(written).mostAnHour;
}

/** @throws not_signed_in, too_many_requests with the seconds to wait */
export async function assertPace(ctx: Ctx, written: SubjectKind | 'comment'): Promise<void> {
  const most = mostAnHour(written);
  const now = ctx.now().getTime();
  const command = new QueryCommand({
    TableName: ctx.db.table,
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :mine AND gsi1sk >= :since',
    ExpressionAttributeValues: {
      ':mine': byPartition(requirePerson(ctx).id, written),
      ':since': idAt(written, new Date(now - hour)),
    },
    ProjectionExpression: 'gsi1sk',
    ScanIndexForward: false,
    Limit: most,
  });
  const { Items = [] } = await ctx.db.client.send(command);
  if (Items.length < most) return;
  const free = timeOfId(String(Items.at(-1)!.gsi1sk)) + hour;
  throw new AppError('too_many_requests', { data: { retryAfter: Math.max(1, Math.ceil((free - now) / second)) } });
}
