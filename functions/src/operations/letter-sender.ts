/** Sends dead letters again: messages to their queue, records of the stream to their consumers, calls to their job. */
import { type LetterContent, type LetterSender, StillFailing } from '@hanoi/core/dead-letter/port';
import { jobNameSchema } from '@hanoi/core/job/schema';
import { z } from 'zod';
import { getJobRunner } from '../jobs/runner-in-force.ts';
import { getQueues } from '../queue/port-in-force.ts';
import { replay } from '../stream/replay.ts';

/** What is shown of a record: ids. `reader` is missing where all consumers shall have it. */
export const recordBodySchema = z.object({
  reader: z.string().optional(),
  event: z.string().optional(),
  keys: z.object({ pk: z.string(), sk: z.string() }).optional(),
});

/** What is shown of a call. */
export const callBodySchema = z.object({ job: jobNameSchema });

export const letterSender: LetterSender = {
  async send({ source, body, record }) {
    if (source === 'streams') return replayRecords(body, record);
    if (source === 'jobs') return (await getJobRunner()).start(callBodySchema.parse(JSON.parse(body)).job);
    await (await getQueues()).send(source, [{ body, delaySeconds: 0 }]);
  },
};

/** Consumers work here and now, so what they fail with is known. */
async function replayRecords(body: string, record: LetterContent['record']): Promise<void> {
  const { reader } = recordBodySchema.parse(JSON.parse(body));
  try {
    await replay([JSON.parse(record ?? '')].flat(), reader);
  } catch (error) {
    throw new StillFailing(error);
  }
}
