import { expect, test } from 'vitest';
import { subjectIdIn } from './subject-id-in';

test.each([
  ['chl_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA'],
  [
    'https://sangkien.example.vn/en/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA?from=x#y',
    'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  ],
  [' /solutions/sol_01JDB8N0P4X7K2M9QW5T3RZ6VA ', 'sol_01JDB8N0P4X7K2M9QW5T3RZ6VA'],
  ['cmt_01JDB8N0P4X7K2M9QW5T3RZ6VA', undefined],
  ['ngập ở ngã tư', undefined],
  ['', undefined],
])('%j', (text, id) => expect(subjectIdIn(text)).toBe(id));
