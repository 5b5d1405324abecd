/** The consumers of the table's stream, as the catalogue lists them. */
import { streamConsumers } from '@hanoi/functions/stream/catalogue';
import { streamAccess, tableAccess } from './access.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { resourceName } from './plan.ts';

/** Maps every consumer to the stream: its filter, its batches, its tries, and where the hopeless goes. */
export function deployStreams(core: Core, makeLambda: MakeLambda, environment: Record<string, $util.Input<string>>) {
  for (const consumer of streamConsumers) {
    const name = `stream-${consumer.name}`;
    const lambda = makeLambda({
      name,
      description: `Projection: ${consumer.name}`,
      timeout: '60 seconds',
      environment,
      permissions: [...tableAccess(core), ...streamAccess(core)],
    });
    new aws.lambda.EventSourceMapping(
      `${resourceName(name)}Mapping`,
      {
        eventSourceArn: core.streamArn,
        functionName: lambda.name,
        startingPosition: 'TRIM_HORIZON',
        filterCriteria: { filters: consumer.filter.map(({ Pattern }) => ({ pattern: Pattern })) },
        batchSize: consumer.batchSize,
        maximumBatchingWindowInSeconds: consumer.windowSeconds,
        maximumRetryAttempts: consumer.maxAttempts,
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        destinationConfig: { onFailure: { destinationArn: core.streamDeadLettersArn } },
      },
      // It polls by the function's role from the start.
      { dependsOn: [lambda.nodes.role] },
    );
  }
}
