/** Faults of DynamoDB and of the way to it, put into the calls of a client: each as AWS shows it. */
import {
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

export const faults = ['throttled', 'conflict', 'unanswered', 'unprocessed'] as const;
export type Fault = (typeof faults)[number];

export type Trouble = {
  /** From now on, this share of attempts meets one of `kinds`. */
  begin(kinds: readonly Fault[], share: number): void;
  end(): void;
  /** How many attempts met which fault. */
  met: Record<Fault, number>;
};

type Input = Record<string, unknown>;
type Attempt = { command: string; input: Input; carryOut(): Promise<unknown> };

const $metadata = {};

/** What the SDK meets in place of an answer; undefined where this fault cannot happen. */
const refusals: Record<Exclude<Fault, 'unprocessed'>, (attempt: Attempt) => Promise<Error> | Error | undefined> = {
  throttled: ({ command, input }) =>
    command.startsWith('TransactWrite')
      ? cancelled(input, 'ThrottlingError')
      : new ProvisionedThroughputExceededException({ message: 'Too fast', $metadata }),
  conflict: ({ command, input }) => {
    if (command.startsWith('TransactWrite')) return cancelled(input, 'TransactionConflict');
    if (!/^(Put|Update|Delete)Item/.test(command)) return undefined;
    return new TransactionConflictException({ message: 'A transaction is under way', $metadata });
  },
  /** Half of them are carried out all the same, and only the answer is lost. */
  unanswered: async ({ carryOut }) => {
    if (Math.random() < 0.5) await carryOut();
    return Object.assign(new Error('No answer'), { name: 'TimeoutError', code: 'ETIMEDOUT' });
  },
};

/** How a transaction is told that it was cancelled, for `Code` at these positions among its items. */
export function cancelled({ TransactItems }: Input, Code: string, positions: readonly number[] = [0]): Error {
  const CancellationReasons = (TransactItems as unknown[]).map((_, index) => ({
    Code: positions.includes(index) ? Code : 'None',
  }));
  return new TransactionCanceledException({ message: 'Transaction cancelled', CancellationReasons, $metadata });
}

type Wanted = { Keys: unknown[] } | unknown[];

/** A batch in two: what is carried out now, and what is handed back unprocessed; undefined for a batch of one. */
function halvesOf(requestItems: Record<string, Wanted>): [Record<string, Wanted>, Record<string, Wanted>] | undefined {
  const [[name, wanted]] = Object.entries(requestItems) as [[string, Wanted]];
  const list = Array.isArray(wanted) ? wanted : wanted.Keys;
  const part = (some: unknown[]) => ({ [name]: Array.isArray(wanted) ? some : { ...wanted, Keys: some } });
  if (list.length < 2) return undefined;
  const middle = Math.floor(list.length / 2);
  return [part(list.slice(0, middle)), part(list.slice(middle))];
}

const leftOf: Record<string, string> = { BatchGetItem: 'UnprocessedKeys', BatchWriteItem: 'UnprocessedItems' };

/** Puts trouble between a client and its table; it is quiet until it begins. */
export function troubleOf(client: DynamoDBClient): Trouble {
  let present: readonly Fault[] = [];
  let share = 0;
  const met: Trouble['met'] = { throttled: 0, conflict: 0, unanswered: 0, unprocessed: 0 };
  const strikes = (...kinds: Fault[]): Fault | undefined => {
    const fault = present[Math.floor(Math.random() * present.length)];
    return fault && kinds.includes(fault) && Math.random() < share ? fault : undefined;
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const left = leftOf[commandName.replace('Command', '')];
        const { RequestItems } = args.input as unknown as { RequestItems: Record<string, Wanted> };
        const halves = left && strikes('unprocessed') && halvesOf(RequestItems);
        if (!halves) return next(args);
        const [now, later] = halves;
        met.unprocessed++;
        const result = await next({ ...args, input: { ...args.input, RequestItems: now } as typeof args.input });
        return { ...result, output: { ...result.output, [left]: later } };
      },
    { step: 'initialize', name: 'leave-unprocessed' },
  );
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const fault = strikes('throttled', 'conflict', 'unanswered') as Exclude<Fault, 'unprocessed'> | undefined;
        const attempt = { command: commandName, input: args.input as unknown as Input, carryOut: () => next(args) };
        const refusal = fault && (await refusals[fault](attempt));
        if (!refusal) return next(args);
        met[fault]++;
        throw refusal;
      },
    // Below the SDK's own retries, which see each fault as they would see it on AWS.
    { step: 'finalizeRequest', priority: 'low', name: 'refuse' },
  );
  return {
    begin: (kinds, newShare) => {
      present = kinds;
      share = newShare;
    },
    end: () => {
      present = [];
    },
    met,
  };
}

/** What of the SDK's own strategy matters here; its types are in a package that nobody here depends on. */
type RetryStrategy = { refreshRetryTokenForRetry(...given: unknown[]): Promise<object> };

/** Lets a client try again at once. How often it tries, and after what, stays the SDK's own: only its pauses are left out. */
export function withoutPauses(client: DynamoDBClient): void {
  const { retryStrategy } = client.config;
  client.config.retryStrategy = async () => {
    const strategy = await retryStrategy();
    const { refreshRetryTokenForRetry: refresh } = strategy as unknown as RetryStrategy;
    const atOnce = async (...given: unknown[]) =>
      Object.assign(Object.create(await refresh.apply(strategy, given)), { getRetryDelay: () => 0 });
    return Object.assign(Object.create(strategy), { refreshRetryTokenForRetry: atOnce });
  };
}
