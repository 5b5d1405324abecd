/**
 * A kind of subject, to begin from: people draft it, make it public, support, comment and follow it, and end it. Its files, and
 * its lines in the tables that all else derives from.
 */
import { addBefore, addImport, addLine } from './blocks.ts';
import { addContract, addRoutes } from './feature.ts';
import type { Plan, Read } from './lay-out.ts';
import { Refusal, type Spellings, spell } from './name.ts';
import { prefixOf, referenceOf } from './prefix.ts';
import { render } from './template.ts';

const kindsFile = 'packages/core/src/subject/kinds.ts';

/** What templates of a kind are filled with. */
type Kind = Spellings & {
  article: string;
  prefix: string;
  reference: string;
  /** The kind it answers, and where its builders for tests are. */
  parent: (Spellings & { builders: string }) | null;
  /** The move that makes it public, the status it leads to, its event. */
  publish: string;
  live: string;
  published: string;
  /** The move that ends it, the status it leads to, its event, and the error where it can't be made. */
  end: string;
  ended: string;
  endedEvent: string;
  notEnded: string;
};

/** What laying out a kind makes and changes. `answers` names the kind it answers. Throws Refusal. */
export function planKind(read: Read, spellings: Spellings, answers: string | undefined): Plan {
  const { name } = spellings;
  if (name.includes('-'))
    throw new Refusal(`“${name}” is no name for a kind: one word, as ids and errors begin with it.`);
  const kind = describe(read, spellings, answers);
  const rules = rulesOf(kind);
  const folder = `packages/core/src/${name}`;
  const files = {
    [`${folder}/schema.ts`]: 'schema.ts',
    [`${folder}/contract.ts`]: 'contract.ts',
    [`${folder}/service.ts`]: 'service.ts',
    [`${folder}/service.test.ts`]: 'service.test.ts',
    [`${folder}/testing-${name}.ts`]: 'testing.ts',
    [`functions/src/api/${name}.ts`]: 'handler.ts',
    [`functions/src/testing/kinds/${name}.ts`]: 'case.ts',
    [`packages/i18n/src/kind/${name}.ts`]: 'words.ts',
  };
  return {
    name,
    folder,
    files: Object.fromEntries(
      Object.entries(files).map(([path, template]) => [path, render(`kind/${template}`, { ...kind, rules })]),
    ),
    edits: editsOf(kind),
  };
}

function describe(read: Read, spellings: Spellings, answers: string | undefined): Kind {
  const kinds = read(kindsFile);
  const known = [...kinds.matchAll(/^ {2}(\w+): \{\n {4}prefix:/gm)].map((found) => found[1]!);
  if (answers && !known.includes(answers)) {
    throw new Refusal(`There is no kind called ${answers}: choose one of ${known.join(', ')}.`);
  }
  const { name } = spellings;
  const flow = answers
    ? { publish: 'submit', live: 'submitted', published: `${name}_submitted`, end: 'withdraw', ended: 'withdrawn' }
    : { publish: 'open', live: 'open', published: `${name}_opened`, end: 'close', ended: 'closed' };
  return {
    ...spellings,
    article: /^[aeiou]/.test(name) ? 'an' : 'a',
    prefix: prefixOf(spellings, read('packages/core/src/shared/ids.ts'), kinds),
    reference: referenceOf(spellings, kinds),
    parent: answers ? { ...spell(answers, undefined), builders: buildersOf(read, answers) } : null,
    ...flow,
    endedEvent: `${name}_${flow.ended}`,
    notEnded: `${name}_not_${answers ? 'withdrawable' : 'closable'}`,
  };
}

/** Where tests find a public subject of a kind: the first kinds share a file. */
function buildersOf(read: Read, kind: string): string {
  const shared = 'testing/challenge.ts';
  const isShared = read(`packages/core/src/${shared}`).includes(`makePublic${spell(kind, undefined).Pascal}(`);
  return isShared ? `../${shared}` : `../${kind}/testing-${kind}.ts`;
}

/** What is changed in which file: the lines by which a kind exists. */
function editsOf(kind: Kind): Plan['edits'] {
  const { name } = kind;
  const codes = ['not_draft', 'not_editable', ...(kind.parent ? ['parent_closed'] : [])].map(
    (code) => `${name}_${code}`,
  );
  const errors = [...codes, kind.notEnded].map((code) => `  ${code}: 409,`);
  return {
    [kindsFile]: (text) =>
      addLine(addToUnion(text, name), 'export const kinds = {', trimmed(render('kind/spec.ts', kind))),
    'packages/core/src/subject/moves.ts': (text) =>
      addLine(text, 'export const moves = {', trimmed(render('kind/moves.ts', kind))),
    'packages/core/src/shared/errors.ts': (text) =>
      addLine(text, 'export const errorCatalogue', ['', `  // ${kind.PluralWords}.`, ...errors].join('\n')),
    'packages/core/src/mine/cards.ts': (text) =>
      addLine(
        addImport(text, `import { ${name}CardSchema } from '../${name}/schema.ts';`),
        'export const cardSchemas',
        `  ${name}: ${name}CardSchema,`,
      ),
    'packages/core/src/contracts.ts': (text) => addContract(text, kind),
    'functions/src/features.ts': (text) => addRoutes(text, kind),
    'functions/src/testing/kinds.ts': (text) =>
      addLine(addImport(text, `import { ${name} } from './kinds/${name}.ts';`), 'export const kindCases', `  ${name},`),
    'packages/i18n/src/kinds.ts': (text) =>
      addLine(addImport(text, `import * as ${name} from './kind/${name}.ts';`), 'const kindWords', `  ${name},`),
    'docs/states.md': (text) => addBefore(text, '\n## Comment\n', `\n${render('kind/states.md', kind)}`),
    'docs/glossary.md': (text) =>
      addBefore(text, '\n| subject |', `\n| ${name} | ${kind.vi} | what it is, in a sentence | \`${name}\` |`),
  };
}

function addToUnion(text: string, name: string): string {
  const union = /^export type SubjectKind =[^;]*/m;
  if (!union.test(text)) throw new Error('kinds.ts has no type SubjectKind.');
  return text.replace(union, (members) => `${members} | '${name}'`);
}

const trimmed = (text: string) => text.replace(/\n$/, '');

/**
 * Who is answered what at its own routes, in each status. Columns: nobody · others · makers · moderators, as in
 * `functions/src/testing/kind-case.ts`.
 */
function rulesOf({ name, Pascal, publish, live, end, notEnded, parent }: Kind): string {
  const missing = `${name}_not_found`;
  const [notEditable, notDraft] = [`${name}_not_editable`, `${name}_not_draft`];
  /** One that moderators may end too, is refused to them as to its makers. */
  const moderators = (outcome: string) => (parent ? 'not_allowed' : outcome);
  const lines = [
    [`get${Pascal}`, 'draft', missing, missing, 'ok', missing],
    [`get${Pascal}`, 'pending hidden', missing, missing, 'ok', 'ok'],
    [`get${Pascal}`, 'rest', 'ok', 'ok', 'ok', 'ok'],
    [`edit${Pascal}`, 'draft', 'not_signed_in', missing, 'ok', missing],
    [`edit${Pascal}`, live, 'not_signed_in', 'not_allowed', 'ok', 'not_allowed'],
    [`edit${Pascal}`, 'pending hidden', 'not_signed_in', missing, notEditable, 'not_allowed'],
    [`edit${Pascal}`, 'rest', 'not_signed_in', 'not_allowed', notEditable, 'not_allowed'],
    [`discard${Pascal}`, 'draft', 'not_signed_in', missing, 'ok', missing],
    [`discard${Pascal}`, 'pending hidden', 'not_signed_in', missing, notDraft, 'not_allowed'],
    [`discard${Pascal}`, 'rest', 'not_signed_in', 'not_allowed', notDraft, 'not_allowed'],
    [`${publish}${Pascal}`, 'draft', 'not_signed_in', missing, 'ok', missing],
    [`${publish}${Pascal}`, 'pending hidden', 'not_signed_in', missing, notDraft, 'not_allowed'],
    [`${publish}${Pascal}`, 'rest', 'not_signed_in', 'not_allowed', notDraft, 'not_allowed'],
    [`${end}${Pascal}`, 'draft', 'not_signed_in', missing, notEnded, missing],
    [`${end}${Pascal}`, live, 'not_signed_in', 'not_allowed', 'ok', moderators('ok')],
    [`${end}${Pascal}`, 'pending hidden', 'not_signed_in', missing, notEnded, moderators(notEnded)],
    [`${end}${Pascal}`, 'rest', 'not_signed_in', 'not_allowed', notEnded, moderators(notEnded)],
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map(
      (line) =>
        `  ${line
          .map((word, column) => word.padEnd(widths[column]!))
          .join(' ')
          .trimEnd()}`,
    )
    .join('\n');
}
