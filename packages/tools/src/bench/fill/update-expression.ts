/** Carries out the update expressions that the services use on an item in memory; refuses any it does not know. */

export type Item = Record<string, unknown>;

export type Update = {
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** The item after the update. Throws when the expression says more than SET, ADD of numbers and REMOVE. */
export function applyUpdate(item: Item, update: Update): Item {
  const changed = { ...item };
  const expression = update.UpdateExpression ?? '';
  for (const [, verb, list] of expression.matchAll(/\b(SET|ADD|REMOVE) (.+?)(?= SET | ADD | REMOVE |$)/gs)) {
    // Commas inside parentheses part arguments, not clauses.
    for (const clause of list!.split(/,\s*(?![^(]*\))/)) applyClause(changed, verb!, clause.trim(), update);
  }
  return changed;
}

function applyClause(item: Item, verb: string, clause: string, update: Update): void {
  const unknown = () => new Error(`The loader does not know this update: ${verb} ${clause}`);
  const nameOf = (path: string) => {
    if (!/^#?\w+$/.test(path)) throw unknown();
    return path.startsWith('#') ? update.ExpressionAttributeNames![path]! : path;
  };
  const resolveValue = (text: string): unknown => {
    if (text.startsWith(':')) return update.ExpressionAttributeValues![text];
    const longer = /^list_append\((.+), *(:\w+)\)$/.exec(text);
    if (longer) return [longer[1]!, longer[2]!].flatMap((part) => resolveValue(part) as unknown[]);
    const choice = /^if_not_exists\((#?\w+), *(:\w+)\)$/.exec(text);
    if (!choice) throw unknown();
    return item[nameOf(choice[1]!)] ?? resolveValue(choice[2]!);
  };
  if (verb === 'REMOVE') {
    delete item[nameOf(clause)];
    return;
  }
  const [path, value] = clause.split(verb === 'SET' ? / *= */ : / +/) as [string, string];
  if (verb === 'SET') item[nameOf(path)] = resolveValue(value);
  else {
    const amount = resolveValue(value);
    if (typeof amount !== 'number') throw unknown();
    item[nameOf(path)] = Number(item[nameOf(path)] ?? 0) + amount;
  }
}
