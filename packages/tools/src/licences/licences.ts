/** The licences of the packages we use, as the lock file states them, and which of them go with ours. */
import satisfies from 'spdx-satisfies';
import { z } from 'zod';

export type Licensed = {
  name: string;
  version: string;
  /** As the package states it: an SPDX expression, or whatever else it says. */
  licence: string;
  /** Part of what runs, and not only of what developers use. */
  runs: boolean;
};

/** Ask for their name to be kept, at most. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/**
 * Ask for changes to themselves to be published, which we make none of: we use them as they come. The EUPL names both among
 * those it goes with (its appendix).
 */
const weakCopyleft = ['LGPL-3.0-or-later', 'MPL-2.0'];

/** Of data; nothing of it is passed on. */
const forDevelopers = ['CC-BY-3.0'];

/** Read by a person, as they don't name a licence of the list of SPDX: what they say instead. */
const readByHand: Record<string, string> = {
  // The MIT licence, in a file of its own.
  '@logdna/tail-file': 'SEE LICENSE IN LICENSE',
};

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      link: z.boolean().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

const folder = 'node_modules/';

/** Every package of a lock file, by name. Throws when it is none of npm's. */
export function licencesIn(lockFile: string): Licensed[] {
  return Object.entries(lockSchema.parse(JSON.parse(lockFile)).packages)
    .filter(([path, { link }]) => path.includes(folder) && !link)
    .map(([path, { version = '', license = 'none', dev = false }]) => ({
      name: path.slice(path.lastIndexOf(folder) + folder.length),
      version,
      licence: license,
      runs: !dev,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether a package may be used under its licence. */
export function isAllowed({ name, licence, runs }: Licensed): boolean {
  if (readByHand[name] !== undefined) return readByHand[name] === licence;
  const allowed = [...permissive, ...weakCopyleft, ...(runs ? [] : forDevelopers)];
  try {
    return satisfies(licence, allowed);
  } catch {
    // No expression of SPDX: somebody has to read it.
    return false;
  }
}

/** The list by licence, for people. */
export function describeLicences(all: readonly Licensed[]): string {
  const shown = (some: readonly Licensed[]) =>
    [...Map.groupBy(some, ({ licence }) => licence)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([licence, of]) => `${licence}\n  ${of.map(({ name, version }) => `${name} ${version}`).join('\n  ')}\n`)
      .join('');
  const [running, others] = [all.filter(({ runs }) => runs), all.filter(({ runs }) => !runs)];
  return `What runs (${running.length} packages)\n\n${shown(running)}\nWhat developers use (${others.length})\n\n${shown(others)}`;
}
