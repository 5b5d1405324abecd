/** The whole deployment of a stage, from the core outwards. Reads as the list of what there is. */
import { queueNames } from '@hanoi/core/dead-letter/schema';
import { mailAccess, mediaAccess, sendAccess, startAccess, tableAccess, withholdAccess } from './access.ts';
import { deployApi } from './api.ts';
import { deployCore } from './core.ts';
import { deployJobs } from './jobs.ts';
import { lambdaMaker } from './lambda.ts';
import { deployLetters } from './letters.ts';
import { deployMail } from './mail.ts';
import { deployMalwareScan } from './malware-scan.ts';
import { deployQueries } from './queries.ts';
import { deployQueues, deployWorkers, queueUrls } from './queues.ts';
import { deployRouter, openRoutes } from './router.ts';
import { deploySnapshots, searchNeeds, watchSearch } from './search.ts';
import { declareSecrets, originEnvironment } from './secrets.ts';
import type { Settings } from './settings.ts';
import { deployStreams } from './streams.ts';
import { deployCanary, watchPages } from './watch.ts';
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
  deployMalwareScan(core);
  const router = deployRouter(settings, core, secrets.origin.sent);
  const mail = deployMail(settings);
  const snapshots = deploySnapshots(core);

  const forTable = { TABLE_NAME: core.tableName };
  const forHttp = { ...forTable, PUBLIC_ORIGIN: router.url, ...originEnvironment(secrets.origin) };
  const forPorts = {
    ...forHttp,
    MAIL_FROM: settings.mailFrom,
    MEDIA_BUCKET: core.mediaBucketName,
    DISTRIBUTION_ID: router.distributionID,
  };
  const { queues, dead } = deployQueues(settings, core);
  const jobs = deployJobs(settings, core, { queues, snapshots }, makeLambda, forTable);
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
      permissions: [...tableAccess(core), ...mailAccess(mail)],
    }),
    operations: makeLambda({
      name: 'operations',
      description: 'Jobs and dead letters, for administrators',
      environment: { ...forHttp, JOB_FUNCTIONS: namesOf(jobs), QUEUE_URLS: queueUrls(queues, queueNames) },
      permissions: [
        ...tableAccess(core),
        ...startAccess(Object.values(jobs).map(({ arn }) => arn)),
        ...sendAccess(queueNames.map((name) => queues[name].arn)),
      ],
    }),
    search: makeLambda(searchNeeds(core, snapshots, forHttp)),
    upload: makeLambda({
      name: 'upload',
      description: 'Pictures, decoded and encoded again',
      memory: '2048 MB',
      environment: forPorts,
      permissions: [...tableAccess(core), ...mediaAccess(core)],
    }),
  });
  deployStreams(settings, core, queues, makeLambda, forTable);
  const files = { environment: forPorts, permissions: withholdAccess(core, router.nodes.cdn.nodes.distribution.arn) };
  deployWorkers(core, { queues, snapshots, files }, makeLambda, forTable);
  deployLetters(settings, core, dead, makeLambda, { ...forTable, JOB_FUNCTIONS: namesOf(jobs) });
  watchSearch(settings, core);
  openRoutes(router, core, settings, apiOrigin);
  deployQueries(settings);
  const web = deployWeb(settings, { router, apiOrigin, originSecrets: secrets.origin });
  watchPages(settings, core, web);
  deployCanary(settings, core, makeLambda, router.url);
  return { site: router.url, table: core.tableName, ...remindersOf(settings) };
}

/** What a function reads as `JOB_FUNCTIONS`. */
function namesOf(jobs: Record<string, sst.aws.Function>): $util.Output<string> {
  return $util.jsonStringify(Object.fromEntries(Object.entries(jobs).map(([job, { name }]) => [job, name])));
}

/** What is easily forgotten, printed after every deployment. */
function remindersOf({ alarmEmail, firewall }: Settings): Record<string, string> {
  return {
    alarms: alarmEmail ?? 'NOBODY is told of alarms: set ALARM_EMAIL',
    firewall: firewall === 'block' ? 'blocks' : 'only counts: see docs/deploy.md, The firewall',
  };
}
