/** A feature: a list of texts below each challenge, to begin from. Its files, and the lines by which the project learns of it. */
import { addBefore, addImport, addLine } from './blocks.ts';
import type { Plan, Read } from './lay-out.ts';
import { Refusal, type Spellings } from './name.ts';
import { prefixOf } from './prefix.ts';
import { render } from './template.ts';

type Edit = (text: string, spellings: Spellings) => string;

const core = ['schema', 'contract', 'rules', 'repo', 'service', 'service.test'] as const;

/** What laying out a feature makes and changes. */
export function planFeature(read: Read, spellings: Spellings): Plan {
  const { name } = spellings;
  const folder = `packages/core/src/${name}`;
  const prefix = prefixOf(
    spellings,
    read('packages/core/src/shared/ids.ts'),
    read('packages/core/src/subject/kinds.ts'),
  );
  const edits: Record<string, Edit> = { ...registrations, 'packages/core/src/shared/ids.ts': addId(prefix) };
  return {
    name,
    folder,
    files: {
      ...Object.fromEntries(core.map((part) => [`${folder}/${part}.ts`, render(`feature/${part}.ts`, spellings)])),
      [`functions/src/api/${name}.ts`]: render('feature/handler.ts', spellings),
      [`packages/i18n/src/${name}.ts`]: render('feature/words.ts', spellings),
    },
    edits: Object.fromEntries(
      Object.entries(edits).map(([path, edit]) => [path, (text: string) => edit(text, spellings)]),
    ),
  };
}

/** What is changed in which file. */
const registrations: Record<string, Edit> = {
  'packages/core/src/contracts.ts': addContract,
  'packages/core/src/shared/errors.ts': (text, { pluralSnake, PluralWords }) =>
    addLine(text, 'export const errorCatalogue', `\n  // ${PluralWords}.\n  ${pluralSnake}_closed: 409,`),
  'packages/core/src/db/keys.ts': addKey,
  'functions/src/features.ts': addRoutes,
  'packages/i18n/src/errors.ts': addErrorWords,
  'functions/src/testing/kinds/challenge.ts': addCases,
};

/** The contract, of a feature or of a kind. */
export function addContract(text: string, { name, camel }: Spellings): string {
  const imported = addImport(text, `import { ${camel}Contract } from './${name}/contract.ts';`);
  return addLine(imported, 'export const contracts', `  ${camel}: ${camel}Contract,`, 'sorted');
}

/** The handlers, of a feature or of a kind. */
export function addRoutes(text: string, { name, camel }: Spellings): string {
  const line = `  ${camel}: [() => import('@hanoi/core/${name}/contract'), () => import('./api/${name}.ts')],`;
  return addLine(text, 'export const features', line, 'sorted');
}

const addId =
  (prefix: string): Edit =>
  (text, { camel, Pascal }) =>
    addBefore(
      addLine(text, 'const otherPrefixes', `  ${camel}: '${prefix}',`),
      '/** What can be supported, commented and followed. */',
      `export type ${Pascal}Id = Id<'${camel}'>;\n`,
    );

/** The key, and its line in the table of access patterns at the head of the file. Throws Refusal when there are keys of that name. */
function addKey(text: string, { camel, PARTITION, pluralWords }: Spellings): string {
  if (text.includes(`\`${PARTITION}#`)) {
    throw new Refusal(`The table has keys that begin with ${PARTITION} already: choose another name.`);
  }
  const widths = /^ \* \| pattern.*$/m.exec(text)?.[0].split('|').slice(1, -1);
  if (!widths) throw new Error('keys.ts has no table of access patterns.');
  const place = ['table', `${PARTITION}#challenge`, 'id', 'newest', 'eventual'];
  const cells = [`the ${pluralWords} of a challenge`, 'list…, add…', ...place];
  const row = cells.map((cell, column) => ` ${cell.padEnd(widths[column]!.length - 2)} `).join('|');
  const key = `export const ${camel}Key = (challenge: ChallengeId, id: string): Key => ({ pk: \`${PARTITION}#\${challenge}\`, sk: id });\n`;
  const withRow = text.replace(/^ \*\/$/m, ` * |${row}|\n */`);
  return `${withRow}${key}`.replace(
    /^import type \{\s(?!\s*ChallengeId)(?=[^}]*\} from '[^']*\/ids\.ts')/m,
    'import type { ChallengeId, ',
  );
}

function addErrorWords(text: string, { pluralSnake, pluralWords, vi }: Spellings): string {
  const vietnamese = `  ${pluralSnake}_closed: { title: 'Không còn nhận ${vi}', detail: 'Thách thức này đã đóng.' },`;
  const english = `  ${pluralSnake}_closed: { title: 'This no longer takes ${pluralWords}', detail: 'The challenge is closed.' },`;
  return addLine(addLine(text, 'const vi: Messages', vietnamese), 'const en: Messages', english);
}

/** What is sent to its routes, and who is answered what in every status of the challenge. */
function addCases(text: string, { Plural, Pascal, pluralSnake }: Spellings): string {
  const closed = `${pluralSnake}_closed`;
  const outcomes = [
    ['draft withdrawn', 'challenge_not_found', closed, 'challenge_not_found'],
    ['pending hidden', 'challenge_not_found', closed, closed],
    ['open', 'ok', 'ok', 'ok'],
    ['rest', closed, closed, closed],
  ] as const;
  const rules = outcomes.map(([statuses, others, makers, moderators]) =>
    [
      `  add${Pascal}`.padEnd(24),
      statuses.padEnd(38),
      'not_signed_in'.padEnd(19),
      others.padEnd(19),
      makers.padEnd(22),
      moderators,
    ].join(' '),
  );
  const routes = `    list${Plural}: {},\n    add${Pascal}: { body: () => ({ text: 'Đúng vậy' }) },`;
  return addLine(
    addLine(text, '  routes: {', routes),
    '  rules: `',
    [`${`  list${Plural}`.padEnd(24)} like getChallenge`, ...rules].join('\n'),
  );
}
