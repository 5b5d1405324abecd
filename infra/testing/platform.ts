/**
 * SST's platform for tests, without a network: `sst install` unpacks its components out of its own binary, and what they
 * need comes from this project's lock instead of a second, unlocked installation (so its call of npm finds a stand-in).
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { readIfThere } from '@hanoi/engine/gone';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const home = join(root, 'infra/.platform');
const platform = join(home, '.sst/platform');

/** Unpacks the platform of the installed version, once. */
function unpackPlatform(): void {
  const version = JSON.parse(readFileSync(join(root, 'node_modules/sst/package.json'), 'utf8')).version as string;
  const stamp = join(home, 'version');
  if (readIfThere(stamp) === version) return;
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  install('test');
  leaveUnchecked(join(platform, 'src'));
  writeFileSync(stamp, version);
}

/** Its types are ours to use, its sources not ours to check: they want laxer rules, and packages nobody needs here. */
function leaveUnchecked(folder: string): void {
  for (const path of globSync('**/*.ts', { cwd: folder })) {
    const file = join(folder, path);
    writeFileSync(file, `// @ts-nocheck\n${readFileSync(file, 'utf8')}`);
  }
}

/** SST's own reading of `sst.config.ts` for a stage, by its own bundler: what it throws is thrown. */
export function install(stage: string): void {
  // The same text from two folders deeper: beside the real one, it would leave half an installation there. Providers are
  // left out, as SST asks the registry for each; the one in use is in our lock file.
  const config = readFileSync(join(root, 'sst.config.ts'), 'utf8')
    .replaceAll("'./infra/", "'../")
    .replace("home: 'aws'", "home: 'local'")
    .replace(/^ *providers: .*\n/m, '');
  writeFileSync(join(home, 'sst.config.ts'), config);
  const env = {
    ...process.env,
    PATH: [join(home, 'bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    SST_SKIP_DEPENDENCY_CHECK: '1',
    NO_BUN: '1',
    DO_NOT_TRACK: '1',
  };
  execFileSync(join(root, 'node_modules/.bin/sst'), ['install', '--stage', stage], { cwd: home, env, stdio: 'pipe' });
}

/** The components as one module, once `bundlePlatform` has made it. */
export const components = join(home, 'components.mjs');

/** Makes that module out of the platform of the installed version. */
export async function bundlePlatform(): Promise<void> {
  unpackPlatform();
  await build({
    stdin: { contents: entry, resolveDir: join(platform, 'src'), loader: 'ts' },
    outfile: components,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
}

/** What the program may use of the platform's globals. */
const entry = `
  export * as aws from './components/aws/index.ts';
  export * from './components/secret.ts';
  export { $asset, $transform } from './components/component.ts';
`;

// For the type check, which needs it unpacked.
if (import.meta.main) unpackPlatform();
