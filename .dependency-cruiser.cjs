/** The one way through (docs/architecture.md), as rules: who may import whom. */
const core = '^packages/core/src';
const edgeFiles = `(${core}/[^/]+/(schema|contract)[.]ts$|${core}/subject/|${core}/api/|${core}/card/(status|image|maker)[.]ts$|${core}/mine/cards[.]ts$|${core}/upload/limit[.]ts$)`;
/** Each package may import those before it, and none after: so no two need each other, not even in their tests. */
const packages = [
  'packages/engine',
  'packages/testing',
  'packages/core',
  'packages/i18n',
  'packages/search',
  'functions',
  'packages/local',
  'packages/ops',
  'packages/tools',
  'infra',
  'web',
];
const oneWay = packages.slice(0, -1).map((name, place) => ({
  name: `${name.replace('packages/', '')}-knows-none-above`,
  comment: 'Packages lie above each other, tests included (docs/architecture.md).',
  severity: 'error',
  // The list of all packages' tests names those above.
  from: { path: `^${name}/`, pathNot: '^packages/testing/vitest[.]config[.]ts$' },
  to: { path: `^(${packages.slice(place + 1).join('|')})/` },
}));
/** Files that are there for tests, or that developers run. */
const testCode = '[.](test|spec)[.]ts$|^packages/testing/|/testing[-/]';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or want a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'edge-files-stay-light',
      comment:
        'Schemas, contracts, what a status means and who made a card travel to the browser: only zod, shared/ and each other.',
      severity: 'error',
      from: { path: edgeFiles, pathNot: '[.]test[.]ts$' },
      to: {
        pathNot: [edgeFiles, `${core}/shared/`, `${core}/ward/names[.]ts$`, '/zod/', '^node:'],
      },
    },
    {
      name: 'shared-is-the-ground',
      comment: 'shared/ lies below every feature: it knows the kinds of subject and the error codes, and nothing else.',
      severity: 'error',
      from: { path: `${core}/shared/`, pathNot: '[.]test[.]ts$' },
      to: { path: core, pathNot: [`${core}/shared/`, `${core}/subject/kinds[.]ts$`] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide; they read and write nothing.',
      severity: 'error',
      from: { path: `${core}/[^/]+/rules[.]ts$` },
      to: { path: ['@aws-sdk', `${core}/[^/]+/(repo|service)[.]ts$`], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-import-public-files',
      comment:
        'From another feature: its schema, rules, service, what is in force, write parts (repo) or builders for tests, nothing deeper. A test may play what several do.',
      severity: 'error',
      from: { path: `${core}/([^/]+)/`, pathNot: '[.]test[.]ts$' },
      to: {
        path: `${core}/[^/]+/`,
        pathNot: [
          `${core}/$1/`,
          `${core}/(shared|db|testing)/`,
          `${core}/[^/]+/(schema|contract|port|rules|repo|service|in-force|names|list-of|testing-[^/]+)[.]ts$`,
          `${core}/(api|card|subject)/`,
          `${core}/session/token[.]ts$`,
        ],
      },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      from: { path: core, pathNot: testCode },
      to: { path: '^(functions|web|infra|packages/(?!core))' },
    },
    {
      name: 'functions-know-no-runtime',
      comment: 'The local runtime and its development pages can never reach a deployed bundle.',
      severity: 'error',
      from: { path: '^functions/', pathNot: testCode },
      // The shape of a record is Lambda's own.
      to: { path: '^packages/(engine|testing)/', pathNot: '^packages/engine/src/stream/record[.]ts$' },
    },
    {
      name: 'web-never-touches-the-table',
      comment: 'The pages know schemas, contracts, kinds, errors and the typed client; the API does the rest.',
      severity: 'error',
      from: { path: '^web/(src|build-tools)/' },
      to: {
        path: '^(packages|functions|infra)/',
        pathNot: [
          edgeFiles,
          `${core}/shared/`,
          `${core}/(contracts|client)[.]ts$`,
          `${core}/ward/(names[.]ts|data/)`,
          `${core}/programme/official-list[.]ts$`,
          '^packages/i18n/src/',
        ],
      },
    },
    {
      name: 'sdk-behind-repos',
      comment: 'Calls to AWS stand where the table is read and written; services compose them.',
      severity: 'error',
      from: {
        path: core,
        pathNot: ['[.]test[.]ts$', `${core}/(db|testing)/`, '/(repo|projection)[.]ts$', `${core}/shared/table[.]ts$`],
      },
      to: { path: 'node_modules/@aws-sdk' },
    },
    {
      name: 'web-has-no-sdk',
      severity: 'error',
      from: { path: '^(web|packages/i18n)/' },
      to: { path: 'node_modules/@aws-sdk' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { pathNot: `${testCode}|^packages/tools/|^bin/run[.]mjs|^infra/(testing|bundles)/|^web/e2e/` },
      to: { path: testCode },
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^[$]|[$]types|virtual:|^(aws-lambda|geojson)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/?(dist/|[.]svelte-kit/|web/build/|[.]platform/|[.]dist-|[.]build-)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json', '.svelte'],
    },
  },
};
