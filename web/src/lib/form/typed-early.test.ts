/**
 * What somebody types or chooses before the scripts have come is theirs: Svelte sets `value` and `checked` when it takes a page over,
 * whatever stands in the field by then. So a field has `defaultValue`, `defaultChecked` or `bind:`, which leave it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

type Element = AST.RegularElement;

function elementsIn(node: unknown): Element[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(elementsIn);
  return (node as { type?: string }).type === 'RegularElement' ? [node as Element, ...below] : below;
}

const attributesOf = (element: Element) =>
  element.attributes.filter((one): one is AST.Attribute => one.type === 'Attribute');
const has = (element: Element, name: string) => attributesOf(element).some((one) => one.name === name);

/** Whether the attribute is an expression, and not the text of the page as it is. */
function isSet(element: Element, name: string): boolean {
  const value = attributesOf(element).find((one) => one.name === name)?.value;
  return value !== undefined && value !== true && [value].flat().some((part) => part.type === 'ExpressionTag');
}

function typeOf(element: Element): string {
  const value = attributesOf(element).find((one) => one.name === 'type')?.value;
  const [text] = value === undefined || value === true ? [] : [value].flat();
  return text?.type === 'Text' ? text.data : 'text';
}

/** Whether what stands in the field may be lost. */
function forgets(element: Element): boolean {
  // Nobody types there.
  if (has(element, 'readonly')) return false;
  const binds = element.attributes.some((one) => one.type === 'BindDirective' && one.name === 'value');
  if (element.name === 'textarea')
    return isSet(element, 'value') || element.fragment.nodes.some(({ type }) => type === 'ExpressionTag');
  if (element.name === 'select')
    return isSet(element, 'value') || (binds && !element.attributes.some(({ type }) => type === 'AttachTag'));
  if (element.name !== 'input' || typeOf(element) === 'hidden' || has(element, 'hidden')) return false;
  return isSet(element, 'checked') || (isSet(element, 'value') && !['radio', 'checkbox'].includes(typeOf(element)));
}

test('no field is emptied by the scripts', () => {
  const files = globSync('**/*.svelte', { cwd: root });
  const fields = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return elementsIn(parse(source, { modern: true }).fragment).map((element) => ({ file, element, source }));
  });
  expect(fields.filter(({ element }) => ['input', 'textarea', 'select'].includes(element.name)).length).toBeGreaterThan(
    25,
  );
  const lost = fields.filter(({ element }) => forgets(element));
  expect(
    lost.map(({ file, element, source }) => `${file}: ${source.slice(element.start, element.start + 80)}`),
  ).toEqual([]);
});
