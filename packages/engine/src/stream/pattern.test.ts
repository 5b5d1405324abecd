/** Filter patterns mean what they mean on Lambda. */
import { expect, test } from 'vitest';
import { compileFilter } from './pattern.ts';

const record = (name: string, image: object, keys = { pk: { S: 'challenge#1' }, sk: { S: 'card' } }) => ({
  eventName: name,
  dynamodb: { Keys: keys, NewImage: image },
});
const passes = (pattern: object, value: object) => compileFilter([{ Pattern: JSON.stringify(pattern) }])(value);

test.each([
  ['exact value', { eventName: ['INSERT'] }, true],
  ['one of several values', { eventName: ['REMOVE', 'INSERT'] }, true],
  ['another value', { eventName: ['REMOVE'] }, false],
  ['prefix', { dynamodb: { Keys: { pk: { S: [{ prefix: 'challenge#' }] } } } }, true],
  ['another prefix', { dynamodb: { Keys: { pk: { S: [{ prefix: 'vote#' }] } } } }, false],
  ['suffix', { dynamodb: { Keys: { pk: { S: [{ suffix: '#1' }] } } } }, true],
  ['exists', { dynamodb: { NewImage: { title: { S: [{ exists: true }] } } } }, true],
  ['exists, missing', { dynamodb: { NewImage: { other: { S: [{ exists: true }] } } } }, false],
  ['not exists', { dynamodb: { OldImage: { title: { S: [{ exists: false }] } } } }, true],
  ['not exists, there', { dynamodb: { NewImage: { title: { S: [{ exists: false }] } } } }, false],
  ['anything-but', { dynamodb: { NewImage: { title: { S: [{ 'anything-but': ['b'] }] } } } }, true],
  ['anything-but, same', { dynamodb: { NewImage: { title: { S: [{ 'anything-but': 'a' }] } } } }, false],
  ['anything-but prefix', { dynamodb: { Keys: { pk: { S: [{ 'anything-but': { prefix: 'chall' } }] } } } }, false],
  ['anything-but of a missing field', { dynamodb: { NewImage: { no: { S: [{ 'anything-but': 'a' }] } } } }, false],
  ['numeric', { dynamodb: { NewImage: { count: { N: [{ numeric: ['>', 2, '<=', 3] }] } } } }, true],
  ['numeric, outside', { dynamodb: { NewImage: { count: { N: [{ numeric: ['>', 3] }] } } } }, false],
  ['all fields together', { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['body'] } } } }, false],
  ['or', { $or: [{ eventName: ['REMOVE'] }, { dynamodb: { Keys: { sk: { S: ['card'] } } } }] }, true],
])('%s', (_, pattern, expected) => {
  expect(passes(pattern, record('INSERT', { title: { S: 'a' }, count: { N: '3' } }))).toBe(expected);
});

test('any of several patterns is enough, none at all lets everything pass', () => {
  const filter = ['REMOVE', 'INSERT'].map((name) => ({ Pattern: JSON.stringify({ eventName: [name] }) }));
  expect(compileFilter(filter)(record('INSERT', {}))).toBe(true);
  expect(compileFilter([])(record('INSERT', {}))).toBe(true);
});

test('an unknown operator is refused when the pump starts', () => {
  expect(() => compileFilter([{ Pattern: '{"a":[{"cidr":"10.0.0.0/8"}]}' }])).toThrow('cidr');
});
