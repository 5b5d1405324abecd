/**
 * SST's platform for tests, without a network: `sst install` unpacks its components out of its own binary, and what they
 * need comes from this project's lock instead of a second, unlocked installation (so its call of npm finds a stand-in).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const home = join(root, 'infra/.platform');
const platform = join(home, '.sst/platform');

/** Unpacks the platform of the installed version, once. Returns its folder. */
export function unpackPlatform(): string {
  const version = JSON.parse(readFileSync(join(root, 'node_modules/sst/package.json'), 'utf8')).version as string;
  const stamp = join(home, 'version');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return platform;
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'npm'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(home, 'sst.config.ts'),
    "export default $config({ app: () => ({ name: 'types', home: 'aws' }), run: async () => {} });\n",
  );
  const env = {
    ...process.env,
    PATH: [bin, join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    SST_SKIP_DEPENDENCY_CHECK: '1',
    NO_BUN: '1',
    DO_NOT_TRACK: '1',
  };
  execFileSync(join(root, 'node_modules/.bin/sst'), ['install', '--stage', 'test'], { cwd: home, env, stdio: 'pipe' });
  writeFileSync(stamp, version);
  return platform;
}

/** The components as one module, beside the platform; returns its path. */
export async function bundlePlatform(): Promise<string> {
  unpackPlatform();
  const outfile = join(home, 'components.mjs');
  await build({
    stdin: { contents: entry, resolveDir: join(platform, 'src'), loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return outfile;
}

/** What the program may use of the platform's globals. */
const entry = `
  export * as aws from './components/aws/index.ts';
  export * from './components/secret.ts';
  export { $asset } from './components/component.ts';
`;
