/** What is deployed: small, whole, and without anything of the one-machine runtime, its mailbox and its identity provider. */
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleOptions } from './bundle-options.ts';
import { bytesOfApi } from './bundle-size.ts';
import { useApi } from './testing/api.ts';

const root = resolve(import.meta.dirname, '../..');
const entries = globSync('functions/src/{{api,auth,upload}/handler,{stream,jobs}/catalogue}.ts', { cwd: root });
const apiEntry = 'functions/src/api/handler.ts';
const api = useApi();

let folder: string;
let all: Metafile;
let ofApi: Metafile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  const bundle = async (entryPoints: string[], name: string) => {
    const outdir = join(folder, name);
    return (await build({ ...bundleOptions, absWorkingDir: root, entryPoints, outdir, metafile: true })).metafile;
  };
  all = await bundle(entries, 'all');
  ofApi = await bundle([apiEntry], 'api');
});
afterAll(() => rm(folder, { recursive: true }));

it('nothing of the one-machine runtime, its local pages, the tests or the web is in a bundle', () => {
  expect(entries).toHaveLength(5);
  const inputs = Object.keys(all.inputs);
  expect(inputs.filter((path) => /^packages\/(local|testing)\/|^web\/|oidc-provider|dynoxide/.test(path))).toEqual([]);
  expect(inputs).toEqual(expect.arrayContaining(['packages/core/src/contracts.ts', ...entries]));
});

it('the API starts with little, without any contract, and loads no more than the feature that is asked', () => {
  const { start, heaviest, features, sources } = bytesOfApi(ofApi);
  expect(features).toBeGreaterThan(8);
  console.info(`The API: ${kilobytes(start)} at a cold start, ${kilobytes(heaviest)} with its heaviest feature`);
  expect(start).toBeLessThan(445_000);
  expect(heaviest).toBeLessThan(800_000);
  expect(sources.filter((source) => /contracts?[.]ts$/.test(source))).toEqual([]);
});

it('the API needs nothing beside its bundle', () => {
  const outside = Object.values(ofApi.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(outside.map(({ path }) => path).filter((path) => !isBuiltin(path))).toEqual([]);
});

it('the bundle of the API answers like the sources', async () => {
  const { token } = await api.signInAs();
  const body = makeNewChallenge({ body: 'Nước **dồn** về ngã tư <script>alert(1)</script> sau mỗi trận mưa lớn.' });
  const { json } = await api.call('POST', '/challenges', { token, body });
  const { handler } = await import(pathToFileURL(join(folder, 'api/handler.mjs')).href);
  const path = `/api/v1/challenges/${json.id}`;
  const http = { method: 'GET', path, sourceIp: '127.0.0.1' };
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: {},
    requestContext: { requestId: 'x', http },
  };
  const answer = await handler(event, {});
  expect(answer.statusCode, answer.body).toBe(200);
  const { viewer: _, ...seen } = json;
  expect(JSON.parse(answer.body)).toEqual(seen);
});

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} KB`;
}
