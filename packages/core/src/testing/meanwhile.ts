/** A context in which something else happens at the worst moment: after all has been read, before it is written. */
import type { Ctx } from '../shared/context.ts';

/** As `ctx`; before its first transaction is sent, `work` is done, once. */
export function meanwhile(ctx: Ctx, work: () => Promise<unknown>): Ctx {
  let isDone = false;
  const client = new Proxy(ctx.db.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return async (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'TransactWriteCommand' && !isDone) {
          isDone = true;
          await work();
        }
        return target.send(command as never);
      };
    },
  });
  return { ...ctx, db: { ...ctx.db, client } };
}
