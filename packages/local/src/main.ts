/** Starts the site, says when it is ready, and ends it cleanly. */
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

// Both this file and its bundle lie two folders below the root's packages.
const root = resolve(import.meta.dirname, '../../..');
enableCompileCache(join(root, 'node_modules/.cache/compile'));

const LONGEST_STOP_MS = 2800;

const { readConfig } = await import('./config.ts');
const { createLog } = await import('@hanoi/engine/log');
const { startFailure } = await import('./start-failure.ts');
const log = createLog();
// The functions' own logger follows ours: only what needs attention, unless asked for more.
process.env.POWERTOOLS_LOG_LEVEL ??= process.env.LOG_LEVEL === 'debug' ? 'DEBUG' : 'WARN';
process.on('unhandledRejection', (error) => log.error('A promise failed unnoticed.', error));

try {
  const config = readConfig(root);
  const { startSite } = await import('./site.ts');
  const site = await startSite(config, root, log);
  endOn('SIGINT', 'SIGTERM', 'SIGHUP');
  // On a machine with much memory V8 lets both generations grow far beyond what is alive (40 MB) before it collects.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
  const seconds = (performance.now() / 1000).toFixed(1);
  process.stdout.write(`Mạng lưới sáng kiến Hà Nội: ${config.origin} (ready in ${seconds} s)\n`);

  function endOn(...signals: NodeJS.Signals[]): void {
    let ending = false;
    const end = async () => {
      if (ending) process.exit(130);
      ending = true;
      // The engine's guard ends it in any case.
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
      await site.stop();
      process.exit(0);
    };
    for (const signal of signals) process.on(signal, () => void end());
  }
} catch (error) {
  const { HOST: host = '127.0.0.1', PORT: port = '3000', DATA_DIR: dataDir = '.data' } = process.env;
  process.stderr.write(`${startFailure(error, { host, port, dataDir })}\n`);
  if (process.env.LOG_LEVEL === 'debug') log.error('Start failed.', error);
  process.exit(1);
}
