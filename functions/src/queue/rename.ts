/** Worker: the name of a person or an organisation → what carries it, a thousand items a step. */
import { projectOrganisation } from '@hanoi/core/organisation/projection';
import { projectName } from '@hanoi/core/person/projection';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('rename', async (ctx, message) => {
  if ('person' in message) {
    const from = await projectName(ctx, message.person, message.from);
    return from && { person: message.person, from };
  }
  const from = await projectOrganisation(ctx, message.organisation, message.from);
  return from && { organisation: message.organisation, from };
});
