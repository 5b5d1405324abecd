/** `npm run rules`: false alarms among the labelled texts, what is found by reason, and what is missed. */
import { type Read, readLabelled } from './measure.ts';
import { speedLines } from './speed.ts';

const line = (text: string) => process.stdout.write(`${text}\n`);
const percent = (some: number, all: number) => `${((100 * some) / all).toFixed(1)} %`;
const { clean, notClean } = readLabelled();

const alarms = clean.filter(({ findings }) => findings.length > 0);
line(
  `False alarms: ${alarms.length} of ${clean.length} clean texts, ${percent(alarms.length, clean.length)} (at most 2 %)`,
);
for (const read of alarms) line(`  [${read.label}] ${read.text} → ${rulesOf(read)}`);

const found = notClean.filter(({ findings }) => findings.length > 0);
line(`Found: ${found.length} of ${notClean.length} texts, ${percent(found.length, notClean.length)} (at least 90 %)`);
for (const [label, some] of Map.groupBy(notClean, (read) => read.label)) {
  const caught = some.filter(({ findings }) => findings.length > 0);
  const forThis = caught.filter(({ findings }) => findings.some(({ reason }) => reason === label));
  line(`  ${label}: ${caught.length} of ${some.length} found, ${forThis.length} for this reason`);
}
line('Missed:');
for (const { label, text } of notClean.filter(({ findings }) => findings.length === 0)) line(`  [${label}] ${text}`);

if (process.argv.includes('--speed')) for (const one of speedLines(clean.map(({ text }) => text))) line(one);

function rulesOf({ findings }: Read): string {
  return findings.map(({ rule, words }) => `${rule} "${words}"`).join(', ');
}
