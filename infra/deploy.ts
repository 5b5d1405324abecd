/** The whole deployment of a stage, from the core outwards. Reads as the list of what there is. */
import { mailAccess, mediaAccess, tableAccess } from './access.ts';
import { deployApi } from './api.ts';
import { deployCore } from './core.ts';
import { deployJobs } from './jobs.ts';
import { lambdaMaker } from './lambda.ts';
import { deployQueries } from './queries.ts';
import { deployQueues, deployWorkers } from './queues.ts';
import { deployRouter, openRoutes } from './router.ts';
import { declareSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { deployStreams } from './streams.ts';
import { deployWeb } from './web.ts';

export type Prepared = {
  /** The folder with the bundle of every function. */
  bundles: string;
  /** The template of the stateful core. */
  coreTemplate: string;
};

/** Deploys everything. Returns the outputs to print. */
export function deploy(settings: Settings, { bundles, coreTemplate }: Prepared) {
  const secrets = declareSecrets();
  const core = deployCore(settings, coreTemplate);
  const makeLambda = lambdaMaker(settings, bundles);
  const router = deployRouter(settings, secrets.origin);
  const mail = new sst.aws.Email('Mail', { sender: senderOf(settings) });

  const forTable = { TABLE_NAME: core.tableName };
  const forHttp = { ...forTable, PUBLIC_ORIGIN: router.url, ORIGIN_SECRET: secrets.origin };
  const forPorts = { ...forHttp, MAIL_FROM: settings.mailFrom, MEDIA_BUCKET: core.mediaBucketName };
  const apiOrigin = deployApi(settings, {
    api: makeLambda({
      name: 'api',
      description: 'The API',
      environment: forHttp,
      permissions: tableAccess(core),
    }),
    auth: makeLambda({
      name: 'auth',
      description: 'Signing in and out',
      environment: {
        ...forPorts,
        OIDC_ISSUER: settings.oidc?.issuer ?? '',
        OIDC_CLIENT_ID: settings.oidc?.clientId ?? '',
        OIDC_CLIENT_SECRET: secrets.oidcClient,
      },
      permissions: [...tableAccess(core), ...mailAccess(mail.nodes.identity.arn, mail.nodes.configurationSet.arn)],
    }),
    upload: makeLambda({
      name: 'upload',
      description: 'Pictures, decoded and encoded again',
      memory: '2048 MB',
      environment: forPorts,
      permissions: [...tableAccess(core), ...mediaAccess(core)],
    }),
  });
  const queues = deployQueues(settings, core);
  deployStreams(core, queues, makeLambda, forTable);
  deployWorkers(core, queues, makeLambda, forTable);
  deployJobs(core, makeLambda, forTable);
  openRoutes(router, core, settings, apiOrigin);
  deployQueries(settings);
  deployWeb(settings, { router, apiOrigin, originSecret: secrets.origin });
  return { site: router.url, table: core.tableName };
}

/** With a domain of our own, all of it may send. */
function senderOf({ domain, mailFrom }: Settings): string {
  return domain && mailFrom.endsWith(`@${domain}`) ? domain : mailFrom;
}
