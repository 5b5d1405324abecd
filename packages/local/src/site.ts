/** The whole site on one machine: engine, pump, scheduler, mailbox, files, identity provider and gateway together. */
import { join } from 'node:path';
import { patience, useDb } from '@hanoi/core/db/client';
import { table } from '@hanoi/core/db/table';
import { type JobName, jobSpec } from '@hanoi/core/job/schema';
import { releaseJobs } from '@hanoi/core/job/service';
import { createClient, createStreamsClient, localEnvironment } from '@hanoi/engine/client';
import type { Log } from '@hanoi/engine/log';
import { openPrivateFolder } from '@hanoi/engine/private-folder';
import { ensureTable } from '@hanoi/engine/table';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { jobOf } from '@hanoi/functions/jobs/context';
import { useJobRunner } from '@hanoi/functions/jobs/runner-in-force';
import { loadLambda, pickLambda } from '@hanoi/functions/lambdas';
import { usePorts } from '@hanoi/functions/ports-in-force';
import { useSearchIndex } from '@hanoi/functions/search/index-here';
import { systemContext } from '@hanoi/functions/system-context';
import { overlapHere, overlapOnAws } from '@hanoi/search/follow/overlap';
import { openSearchThreads, type SearchThreads } from '@hanoi/search/threads/open';
import { tableOf } from './calls/table-of.ts';
import { assertSomebodyCanSignIn, type Config } from './config.ts';
import { createExpiry } from './expire.ts';
import { fileDeadLetters } from './file-dead-letters.ts';
import { createFileStore } from './files/store.ts';
import type { ApiHandler } from './gateway/api.ts';
import { createBurst } from './gateway/burst.ts';
import { keepDoctorKey, makeDoctorKey } from './gateway/doctor-page.ts';
import { createGateway, type NodeHandler } from './gateway/gateway.ts';
import { createMedia } from './gateway/media.ts';
import { clientId, createIdentityProvider, mountPath } from './identity-provider/provider.ts';
import { readSecrets } from './identity-provider/secrets.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import { createMailPage } from './mailbox/page.ts';
import { createSmtpMailer } from './mailbox/smtp.ts';
import { createPeoplePage, peoplePath } from './people-page/page.ts';
import { type Projections, startProjections } from './projections.ts';
import { runAfterWrites } from './scheduler/after-writes.ts';
import { type ScheduledJob, type Scheduler, startScheduler } from './scheduler/scheduler.ts';
import { searchFile } from './search-file.ts';
import { markDemo } from './seed/mark.ts';
import { clearHalfSeeded, seedOnce } from './seed-once.ts';
import { startSiteEngine, siteTable as tableName } from './site-engine.ts';
import { upgrade } from './upgrade.ts';
import { loadWeb } from './web-handler.ts';

export type Site = {
  /** Resolves when everything written so far has been projected. */
  idle(): Promise<void>;
  runJob(name: string): Promise<unknown>;
  stop(): Promise<void>;
};

/** On AWS the figures of the city are minutes old; here they follow writes, for a hundredth of the machine at most. */
const FIGURES_PACE = { waitMs: 1000, rest: 100 };

/** The code of the search's threads: beside this file's bundle, or as it stands in the repository. */
const searchWorker = import.meta.url.endsWith('.ts')
  ? new URL('./search-worker.ts', import.meta.url)
  : new URL('./search-worker.js', import.meta.url);

/** Run when stream records were lost: they rebuild every projection. */
const REPAIR_JOBS = ['recount', 'reproject'];

/** Starts everything; resolves when the site answers. Throws when the port or the folder is taken. */
export async function startSite(config: Config, root: string, log: Log): Promise<Site> {
  const { dataDir, origin } = config;
  assertSomebodyCanSignIn(config, process.env);
  openPrivateFolder(dataDir);
  const files = createFileStore(dataDir);
  const mailbox = openMailbox(join(dataDir, 'mail'));
  const smtp = config.smtp && createSmtpMailer(config.smtp);
  const secrets = readSecrets(dataDir);
  const burst = createBurst();
  const doctorKey = makeDoctorKey();
  let pump: Projections | undefined;
  let search: SearchThreads | undefined;
  let web: NodeHandler = () => undefined;
  const opened = Promise.withResolvers<void>();
  opened.promise.catch(() => undefined);

  const gateway = createGateway({
    async pickHandler(method, path) {
      await opened.promise;
      return (await loadLambda(pickLambda(method, path))) as unknown as ApiHandler;
    },
    async web(request, response) {
      await opened.promise;
      await web(request, response);
    },
    media: createMedia(files),
    // Elsewhere they would let anybody sign in as anybody.
    devRoutes: config.isLocal
      ? {
          '/dev/mail': createMailPage(mailbox),
          [mountPath]: createIdentityProvider({ origin, secrets }),
          [peoplePath]: createPeoplePage({ origin, opened: opened.promise }),
        }
      : {},
    doctorKey,
    log,
    origin,
    trustedProxies: config.trustedProxies,
    onWrite() {
      burst.wrote();
      pump?.nudge();
      search?.nudge();
    },
  });
  // Opened first, so that a port in use fails at once; early requests wait until the site is complete.
  await gateway.listen(config.port, config.host);

  const engine = await startSiteEngine({ dataDir, log, prepare: () => clearHalfSeeded(dataDir, log) });
  // Only now is the folder ours.
  keepDoctorKey(dataDir, doctorKey);
  Object.assign(process.env, localEnvironment(engine.endpoint, tableName), {
    PUBLIC_ORIGIN: origin,
    // The banner of the demo leads there.
    ...(config.isLocal && { DEMO_PEOPLE: peoplePath }),
    ...(config.isLocal && !process.env.OIDC_ISSUER && demoProvider(origin, secrets.clientSecret)),
  });
  usePorts({ mailer: smtp ?? mailbox, files });
  const client = createClient(engine.endpoint, patience);
  const streamsClient = createStreamsClient(engine.endpoint);
  useDb(tableOf(engine, client, tableName));
  await ensureTable(client, tableName, table);

  const overlap = engine.kind === 'dynoxide' ? overlapHere : overlapOnAws;
  const index = await openSearchThreads({ file: searchFile(dataDir), worker: searchWorker, overlap, log });
  search = index;
  useSearchIndex(index);

  // Nobody else has the folder: what was running when it was last left does not run any more.
  await releaseJobs(systemContext('start'));
  const scheduler = startScheduler({
    jobs: scheduledJobs({
      'expire-old': createExpiry(client, tableName),
      'file-dead-letters': async () => pump && fileDeadLetters(systemContext('file-dead-letters'), pump.unfiled, log),
      'optimise-search': () => index.optimise(),
    }),
    log,
  });
  useJobRunner({
    place: 'one-machine',
    async start(name) {
      void scheduler.runNow(name).catch((error: unknown) => log.error(`The job ${name} failed.`, error));
    },
  });
  await upgrade(() => scheduler.runNow('migrate'), log);
  const figures = runAfterWrites({ run: () => scheduler.runNow('figures'), ...FIGURES_PACE });
  const repair = async () => {
    for (const name of REPAIR_JOBS)
      await runWhole(scheduler, name).catch((error: unknown) => log.error(`${name} failed.`, error));
  };
  pump = await startProjections({
    client,
    streamsClient,
    tableName,
    dataDir,
    engineKind: engine.kind,
    log,
    inBurst: burst.isOn,
    onApplied() {
      gateway.clear();
      figures.written();
      index.nudge();
    },
    onGap: () => void repair(),
  });
  const gallery = { folder: join(root, 'packages/local/src/seed/content/pictures'), files };
  const seeded = config.seed === 'demo' && (await seedOnce({ client, tableName, dataDir, gallery }));
  await markDemo(systemContext('start'));
  // Slow work left from the last run continues while people are served.
  await pump.projected();
  if (seeded) await scheduler.runNow('figures');
  else figures.written();
  // People are served meanwhile: a search waits for its end itself, two seconds at most, and says what may be missing.
  index.nudge();
  web = await loadWeb(root, origin, gateway.fetchApi);
  await loadLambda('api');
  opened.resolve();

  const running = pump;
  return {
    async idle() {
      await running.idle();
      await index.caughtUp();
    },
    runJob: (name) => scheduler.runNow(name),
    async stop() {
      figures.stop();
      await Promise.all([gateway.close(), scheduler.stop()]);
      await running.stop();
      await index.close();
      await engine.stop();
      smtp?.close();
      client.destroy();
      streamsClient.destroy();
    },
  };
}

/** The jobs that run here: those of AWS but for its snapshots, and what AWS does by itself. */
function scheduledJobs(own: Partial<Record<JobName, () => Promise<unknown>>>): ScheduledJob[] {
  const loads = [
    ...jobs.filter(({ makesSnapshots }) => !makesSnapshots).map(({ name, load }) => ({ name: name as JobName, load })),
    ...Object.entries(own).map(([name, work]) => ({
      name: name as JobName,
      load: async () => jobOf(name as JobName, work),
    })),
  ];
  return loads.map(({ name, load }) => {
    const { everyMinutes } = jobSpec(name);
    return { name, load, everySeconds: everyMinutes && everyMinutes * 60 };
  });
}

/** The demo's own identity provider, as the functions are told of one. */
function demoProvider(origin: string, clientSecret: string): Record<string, string> {
  return {
    OIDC_ISSUER: origin + mountPath,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'Danh tính thử',
  };
}

/** On AWS a run must end within minutes, and the next one continues; here the next starts at once. */
async function runWhole(scheduler: Scheduler, name: string): Promise<void> {
  const ended = (answer: unknown) => (answer as { done?: boolean } | undefined)?.done !== false;
  while (!ended(await scheduler.runNow(name)));
}
