/** The pages: SvelteKit on a function of its own, its files in a bucket, behind the router. */
import { tracingAccess } from './access.ts';
import { finishLambda, finishRole } from './lambda.ts';
import { type OriginSecrets, originEnvironment } from './secrets.ts';
import type { Settings } from './settings.ts';

export type WebNeeds = {
  router: sst.aws.Router;
  apiOrigin: $util.Input<string>;
  originSecrets: OriginSecrets;
};

/** Builds and deploys the pages. They call the API and nothing else, so their function may do nothing but log. */
export function deployWeb(settings: Settings, { router, apiOrigin, originSecrets }: WebNeeds): sst.aws.SvelteKit {
  const log = new aws.cloudwatch.LogGroup('WebLog', {
    name: `/hanoi-ideas/${settings.stage}/web`,
    retentionInDays: settings.logRetentionDays,
  });
  return new sst.aws.SvelteKit('Web', {
    path: 'web',
    buildCommand: 'npm run build:aws',
    router: { instance: router },
    environment: {
      API_ORIGIN: apiOrigin,
      ...originEnvironment(originSecrets),
      OIDC_NAME: settings.oidc?.name ?? '',
      MAP_TILES: settings.mapTiles?.template ?? '',
      MAP_TILES_ATTRIBUTION: settings.mapTiles?.attribution ?? '',
      ...settings.operator,
    },
    server: { runtime: 'nodejs24.x', architecture: 'arm64', memory: '1024 MB', timeout: '20 seconds' },
    transform: {
      server: (args) => {
        // The component lets it invalidate every distribution of the account.
        args.permissions = [
          { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [$interpolate`${log.arn}:*`] },
          tracingAccess,
        ];
        args.logging = { logGroup: log.name, format: 'json' };
        // Only the router calls this URL. SST's default lets pages of any other site read its answers.
        args.url = { cors: false };
        args.transform = { function: finishLambda(settings), role: finishRole(settings) };
      },
    },
  });
}
