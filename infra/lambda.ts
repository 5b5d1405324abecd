/** The one maker of functions: runtime, size, log, role and environment are the same for all but for what they name. */
import { join } from 'node:path';
import { type Permission, tracingAccess } from './access.ts';
import { metricNamespace, serviceName } from './cdk/names.ts';
import { resourceName } from './plan.ts';
import type { Settings } from './settings.ts';

export type LambdaNeeds = {
  /** The planned function, whose bundle it runs. */
  name: string;
  description: string;
  memory?: `${number} MB`;
  timeout?: `${number} seconds` | `${number} minutes`;
  /** Room in `/tmp`; 512 MB without. */
  storage?: `${number} MB`;
  /** One instance is started before anybody asks, where the stage pays for that. Callers then call its latest version. */
  isKeptReady?: true;
  /** How many may run at once. */
  reserved?: number;
  environment: Record<string, $util.Input<string>>;
  permissions: Permission[];
};

/**
 * What SST's component has no setting for. X-Ray traces one call a second, and one in twenty of the others. Lambda's own
 * three log lines of each call are left out unless details are wanted; its lines about failures stay ("WARN", log-level
 * filtering, Lambda developer guide).
 */
export function finishLambda({ hasDetails }: Settings) {
  return (args: aws.lambda.FunctionArgs): undefined => {
    args.tracingConfig = { mode: 'Active' };
    args.loggingConfig = $output(args.loggingConfig).apply((logging) => ({
      ...logging!,
      systemLogLevel: hasDetails ? 'INFO' : 'WARN',
    }));
  };
}

/** The managed policy for logs names every resource by a star; each function's own statement names one log. */
export function finishRole({ permissionsBoundaryArn }: Settings) {
  return (args: aws.iam.RoleArgs): undefined => {
    args.managedPolicyArns = [];
    if (permissionsBoundaryArn) args.permissionsBoundary = permissionsBoundaryArn;
  };
}

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
      storage: needs.storage,
      logging: { logGroup: log.name, format: 'json' },
      environment: {
        POWERTOOLS_SERVICE_NAME: serviceName,
        POWERTOOLS_METRICS_NAMESPACE: metricNamespace(settings.stage),
        ...needs.environment,
      },
      permissions: [...needs.permissions, logging, tracingAccess],
      ...(needs.isKeptReady && settings.keepsReady && { versioning: true, concurrency: { provisioned: 1 } }),
      ...(needs.reserved && settings.reservesConcurrency && { concurrency: { reserved: needs.reserved } }),
      transform: { function: finishLambda(settings), role: finishRole(settings) },
    });
  };
}

export type MakeLambda = ReturnType<typeof lambdaMaker>;
