/** The OpenAPI document: a public linter has nothing to say against it, and what outside clients rely on is in it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';

const api = useApi();

/** What outside clients rely on: these paths and methods may never go. */
const fixedContract = `
  GET /health
  GET /openapi.json
  POST /auth/codes
  POST /auth/sessions
  DELETE /auth/sessions/current
  GET PATCH /me
  GET /programmes
  GET /wards
  GET POST /challenges
  GET PATCH /challenges/{id}
  POST /challenges/{id}/close
  GET POST /challenges/{id}/solutions
  GET PATCH /solutions/{id}
  POST /solutions/{id}/submit
  POST /solutions/{id}/withdraw
  PUT DELETE /challenges/{id}/support
  PUT DELETE /solutions/{id}/support
  GET POST /challenges/{id}/comments
  GET POST /solutions/{id}/comments
  PATCH DELETE /comments/{id}
  PUT DELETE /challenges/{id}/follow
  PUT DELETE /solutions/{id}/follow
  GET /challenges/{id}/timeline
  GET /solutions/{id}/timeline
  POST /uploads
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const words = line.trim().split(' ');
    return words.slice(0, -1).map((method) => [method, words.at(-1)!] as const);
  });

it('is served to anyone, and names every path of the fixed contract', async () => {
  const { status, json } = await api.call('GET', '/openapi.json');
  expect(status).toBe(200);
  expect(json.openapi).toMatch(/^3\.1\./);
  const missing = fixedContract.filter(([method, path]) => !json.paths[path]?.[method.toLowerCase()]);
  expect(missing).toEqual([]);
});

it('names its schemas as generated clients know them', async () => {
  const { json } = await api.call('GET', '/openapi.json');
  const ofSubjects =
    'Challenge ChallengeCard NewChallenge ChallengeChange CloseChallenge Solution SolutionCard NewSolution';
  const ofActs = 'SolutionChange Viewer SupportState Comment NewComment CommentChange TimelineEvent Upload';
  const ofPeople = 'Me MeChange RequestCode OpenSession Session MySession Ward Point Programme Figures Flags';
  const names = [ofSubjects, ofActs, ofPeople].flatMap((some) => some.split(' '));
  expect(Object.keys(json.components.schemas)).toEqual(expect.arrayContaining(names));
});

it('describes a challenge and a solution field by field', async () => {
  const { json } = await api.call('GET', '/openapi.json');
  const { Challenge, ChallengeCard, Solution } = json.components.schemas;
  const fields =
    'id kind status title summary programme tags ward point images author organisation support comments solutions version createdAt updatedAt closesAt'.split(
      ' ',
    );
  expect(Object.keys(ChallengeCard.properties)).toEqual(expect.arrayContaining(fields));
  expect(Object.keys(ChallengeCard.properties)).not.toContain('body');
  expect(Object.keys(Challenge.properties)).toEqual(expect.arrayContaining([...fields, 'body', 'bodyHtml']));
  expect(Object.keys(Solution.properties)).toEqual(
    expect.arrayContaining([...fields, 'body', 'bodyHtml', 'challengeId']),
  );
});

it('has neither errors nor warnings for redocly', { timeout: 30_000 }, async () => {
  const { json } = await api.call('GET', '/openapi.json');
  const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(json, null, 1));
    const report = JSON.parse(await lint(file));
    expect(report.problems).toEqual([]);
    expect(report.totals).toMatchObject({ errors: 0, warnings: 0, ignored: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Redocly's report as JSON. It exits with 1 when it finds something: the report says what. */
function lint(file: string): Promise<string> {
  const redocly = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js');
  const config = join(import.meta.dirname, '../../redocly.yaml');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' };
  return new Promise((resolve, reject) => {
    const args = [redocly, 'lint', '--format', 'json', '--config', config, file];
    execFile(process.execPath, args, { env, maxBuffer: 16e6 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(stderr));
    });
  });
}
