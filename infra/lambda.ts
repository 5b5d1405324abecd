/** The one maker of functions: runtime, size, log, role and environment are the same for all but for what they name. */
import { join } from 'node:path';
import { tracingAccess } from './access.ts';
import { metricNamespace, serviceName } from './cdk/names.ts';
import { resourceName } from './plan.ts';
import type { Settings } from './settings.ts';

export type LambdaNeeds = {
  /** The planned function, whose bundle it runs. */
  name: string;
  description: string;
  memory?: `${number} MB`;
  timeout?: `${number} seconds` | `${number} minutes`;
  /** How many may run at once. */
  reserved?: number;
  environment: Record<string, $util.Input<string>>;
  permissions: { actions: string[]; resources: $util.Input<string>[] }[];
};

/** X-Ray marks one call a second, and one in twenty of the others. */
export const traced = { tracingConfig: { mode: 'Active' } } as const;

/** Makes functions of a stage out of the bundles in `bundles`. */
export function lambdaMaker(settings: Settings, bundles: string) {
  return function makeLambda(needs: LambdaNeeds): sst.aws.Function {
    const resource = resourceName(needs.name);
    const log = new aws.cloudwatch.LogGroup(`${resource}Log`, {
      name: `/hanoi-ideas/${settings.stage}/${needs.name}`,
      retentionInDays: settings.logRetentionDays,
    });
    const logging = {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [$interpolate`${log.arn}:*`],
    };
    return new sst.aws.Function(resource, {
      bundle: join(bundles, needs.name),
      handler: 'handler.handler',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      description: needs.description,
      memory: needs.memory ?? '1024 MB',
      timeout: needs.timeout ?? '20 seconds',
      logging: { logGroup: log.name, format: 'json' },
      environment: {
        POWERTOOLS_SERVICE_NAME: serviceName,
        POWERTOOLS_METRICS_NAMESPACE: metricNamespace(settings.stage),
        ...needs.environment,
      },
      permissions: [...needs.permissions, logging, tracingAccess],
      ...(needs.reserved && settings.reservesConcurrency && { concurrency: { reserved: needs.reserved } }),
      transform: {
        function: traced,
        // The managed policy for logs names every resource by a star; the statement above names one log.
        role: (args) => {
          args.managedPolicyArns = [];
        },
      },
    });
  };
}

export type MakeLambda = ReturnType<typeof lambdaMaker>;
