/** Who has a name to publish under. */
import { expect, it } from 'vitest';
import { defaultName } from '../shared/default-name.ts';
import { makeActor } from '../testing/context.ts';
import { assertNamed } from './rules.ts';

it('is whoever chose another than the one that says nothing; the system needs none', () => {
  const id = makeActor().id;
  expect(defaultName('per_01JDB8N0P4X7K2M9QW5T3R3K4T')).toBe('Người Hà Nội 3K4T');
  expect(() => assertNamed(makeActor({ id, name: defaultName(id) }))).toThrow('name_required');
  for (const actor of [makeActor({ id, name: 'Lan' }), { kind: 'system', name: 'test' } as const])
    expect(() => assertNamed(actor)).not.toThrow();
});
