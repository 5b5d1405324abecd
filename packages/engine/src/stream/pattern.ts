/**
 * Filter patterns as Lambda takes them for an event source, compiled once: exact values, prefix, suffix, exists,
 * anything-but, equals-ignore-case and numeric. An unknown operator throws, so that none is silently ignored.
 */

export type Matcher = (record: unknown) => boolean;

/** Whether a record matches any of the patterns (JSON texts); without patterns every record matches. */
export function compileFilter(patterns: readonly { Pattern: string }[]): Matcher {
  if (patterns.length === 0) return () => true;
  const matchers = patterns.map(({ Pattern }) => compileObject(JSON.parse(Pattern) as object));
  return (record) => matchers.some((matches) => matches(record));
}

function compileObject(pattern: object): Matcher {
  const fields = Object.entries(pattern).map(([name, rule]): Matcher => {
    if (name === '$or') return anyOf((rule as object[]).map(compileObject));
    const matches = Array.isArray(rule) ? anyOf(rule.map(compileRule)) : compileObject(rule as object);
    return (value) => matches((value as Record<string, unknown> | undefined | null)?.[name]);
  });
  return (value) => fields.every((matches) => matches(value));
}

function anyOf(matchers: Matcher[]): Matcher {
  return (value) => matchers.some((matches) => matches(value));
}

/** A rule matches a list if it matches any of its elements, as in EventBridge. */
function compileRule(rule: unknown): Matcher {
  if (isExists(rule)) return (value) => isLeaf(value) === rule.exists;
  const matches = compileLeaf(rule);
  return (value) => (Array.isArray(value) ? value.some(matches) : isLeaf(value) && matches(value));
}

function compileLeaf(rule: unknown): Matcher {
  if (rule === null || typeof rule !== 'object') return (value) => value === rule;
  const [operator, operand] = Object.entries(rule)[0] ?? [];
  switch (operator) {
    case 'prefix':
      return (value) => typeof value === 'string' && value.startsWith(operand);
    case 'suffix':
      return (value) => typeof value === 'string' && value.endsWith(operand);
    case 'equals-ignore-case':
      return (value) => typeof value === 'string' && value.toLowerCase() === operand.toLowerCase();
    case 'anything-but': {
      const unwanted = anyOf([operand].flat().map(compileLeaf));
      return (value) => !unwanted(value);
    }
    case 'numeric':
      return compileNumeric(operand);
    default:
      throw new Error(`Filter pattern operator not supported: ${JSON.stringify(rule)}`);
  }
}

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

function compileNumeric(operand: (string | number)[]): Matcher {
  const bounds: ((value: number) => boolean)[] = [];
  for (let i = 0; i < operand.length; i += 2) {
    const compare = comparisons[operand[i] as string];
    if (!compare) throw new Error(`Numeric comparison not supported: ${operand[i]}`);
    bounds.push((value) => compare(value, operand[i + 1] as number));
  }
  // A DynamoDB number arrives as text, and Lambda compares it as a number.
  return (value) => value !== '' && bounds.every((holds) => holds(Number(value)));
}

function isExists(rule: unknown): rule is { exists: boolean } {
  return typeof rule === 'object' && rule !== null && 'exists' in rule;
}

function isLeaf(value: unknown): boolean {
  return value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value));
}
