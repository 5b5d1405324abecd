/** A vulnerability is told, and that nobody could be asked is not taken for none. */
import { expect, it } from 'vitest';
import { readAudit } from './audit.ts';

const advisory = { source: 1, name: 'x', title: 'Reads too much', url: 'https://github.com/advisories/GHSA-1' };
const report = (vulnerabilities: object) => JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

it('a report without findings is clean', () => {
  expect(readAudit(report({}))).toEqual({ kind: 'clean' });
});

it('a finding is a line; who only depends on it is none', () => {
  const found = { x: { severity: 'high', via: [advisory] }, y: { severity: 'high', via: ['x'] } };
  expect(readAudit(report(found))).toEqual({
    kind: 'findings',
    lines: ['high: x: Reads too much (https://github.com/advisories/GHSA-1)'],
  });
});

it('a registry without advisories is said to be one', () => {
  const refused = { message: '405 Method Not Allowed - POST …/advisories/bulk', statusCode: 405, body: '', error: {} };
  expect(readAudit(JSON.stringify(refused))).toEqual({ kind: 'no source', reason: refused.message });
});

it.each(['', 'npm: not found', '{}', '{"auditReportVersion":2}'])('%j is no answer', (output) => {
  expect(() => readAudit(output)).toThrow();
});
