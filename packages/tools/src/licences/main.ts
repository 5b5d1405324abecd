/** `npm run licences`: the packages we use by licence; exit code 1 when one of them may not be used. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeLicences, isAllowed, licencesIn } from './licences.ts';

const root = resolve(import.meta.dirname, '../../../..');
const all = licencesIn(readFileSync(join(root, 'package-lock.json'), 'utf8'));
process.stdout.write(describeLicences(all));
const refused = all.filter((one) => !isAllowed(one));
for (const { name, licence } of refused) process.stderr.write(`Not allowed: ${name} (${licence})\n`);
process.exitCode = refused.length > 0 ? 1 : 0;
