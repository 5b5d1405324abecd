/** `npm run doctor`: says what is wrong with the settings, the folder, the port, the proxy, the mail and the clock, and what to do. */
import { resolve } from 'node:path';
import { assertSomebodyCanSignIn, type Config, readConfig } from '@hanoi/local/config';
import { readDoctorKey } from '@hanoi/local/gateway/doctor-page';
import { bad, type Finding, good, linesOf } from './finding.ts';
import { checkFolder } from './folder.ts';
import { checkProxy } from './proxy.ts';
import { checkClock, checkMail, checkProvider } from './services.ts';
import { checkPort } from './site.ts';

const root = resolve(import.meta.dirname, '../../../..');

const findings = await examine();
process.stdout.write(`${linesOf(findings).join('\n')}\n`);
const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
process.stdout.write(`\n${count('bad')} wrong, ${count('doubtful')} doubtful, ${count('good')} good.\n`);
process.exitCode = count('bad') > 0 ? 1 : 0;

async function examine(): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(root);
    assertSomebodyCanSignIn(config, process.env);
  } catch (error) {
    return [bad((error as Error).message, 'All settings: README.md.')];
  }
  const port = await checkPort(config.host, config.port);
  return [
    good(`Node ${process.versions.node} on ${process.platform}-${process.arch}; the settings can be read.`),
    ...(await checkFolder(config.dataDir)),
    port.finding,
    ...(port.runs && !config.isLocal
      ? await checkProxy({ origin: config.origin, key: readDoctorKey(config.dataDir) })
      : []),
    ...(await checkMail(config.smtp, !config.isLocal)),
    ...(await checkProvider(process.env.OIDC_ISSUER)),
    ...(await checkClock()),
  ];
}
