/**
 * `npm run audit`: known vulnerabilities of the packages that run. Exit code 1 when there are some; where no source of
 * advisories answers, it says so and does not fail.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { readAudit } from './audit.ts';

const root = resolve(import.meta.dirname, '../../../..');
const args = ['audit', '--json', '--omit=dev'];
const { stdout, error } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', timeout: 120_000 });
const audit = stdout ? readAudit(stdout) : ({ kind: 'no source', reason: error?.message ?? 'no answer' } as const);

if (audit.kind === 'no source') {
  process.stdout.write(`SKIPPED: no source of advisories answers here (${audit.reason}).\n`);
} else if (audit.kind === 'clean') {
  process.stdout.write('No known vulnerability in what runs.\n');
} else {
  process.stdout.write(
    `${audit.lines.join('\n')}\nUpdate these, or explain them in packages/tools/src/audit/audit.ts.\n`,
  );
  process.exitCode = 1;
}
