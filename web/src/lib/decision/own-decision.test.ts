import type { Decision } from '@hanoi/core/decision/schema';
import { expect, test } from 'vitest';
import { latestFelt } from './own-decision.server';

const decision = (action: Decision['action'], outcome?: 'uphold' | 'overturn') =>
  ({
    id: `dec_${action}`,
    action,
    reason: 'spam',
    facts: '',
    appeal: outcome ? { text: '', at: '', outcome, reasons: '', decidedAt: '' } : null,
  }) as unknown as Decision;

test.each([
  ['hidden', [decision('hide')], 'hide'],
  ['hidden, and warned of it', [decision('warn'), decision('hide')], 'hide'],
  ['shown again', [decision('restore'), decision('hide')], undefined],
  ['overturned, with an older one that stands', [decision('hide', 'overturn'), decision('redact')], 'redact'],
  ['looked at again in vain', [decision('hide', 'uphold')], 'hide'],
  ['warned only', [decision('warn')], undefined],
])('what an author still feels: %s', (_, decisions, action) => {
  expect(latestFelt(decisions)?.action).toBe(action);
});
