/** The form of a decision as the API takes it: what an action does not ask for does not go along. */
import type { NewDecision } from '@hanoi/core/moderation/schema';
import { endOfDay } from '$lib/form/closing-day';
import { splitTags } from '$lib/form/schema-errors.server';
import { subjectIdIn } from './subject-id-in';

/** A decision as typed, before it is checked. A day that is none becomes one that is refused. */
export type TypedDecision = { [Field in keyof NewDecision]?: unknown };

export function decisionInput(form: FormData): TypedDecision {
  const text = (name: string) => String(form.get(name) ?? '');
  const action = text('action');
  const version = Number(text('version'));
  return {
    action,
    reason: text('reason'),
    note: [text('snippet'), text('note')].filter((part) => part.trim()).join('\n\n'),
    ...(version > 0 && { version }),
    ...((action === 'limit' || action === 'suspend') && { until: endOfDay(text('until')) ?? text('until') }),
    ...(action === 'merge' && { into: subjectIdIn(text('into')) ?? text('into').trim().slice(0, 60) }),
    ...(action === 'redact' && redacted(form)),
    ...(action === 'quarantine' && { groups: form.getAll('groups').map(String), evidence: Number(text('evidence')) }),
    ...(action === 'retag' && sorted(text('programme'), text('tags'))),
  };
}

function redacted(form: FormData) {
  const passages = String(form.get('passages') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { passages, pictures: form.getAll('pictures').map(String) };
}

function sorted(programme: string, tags: string) {
  return { ...(programme && { programme }), ...(tags.trim() && { tags: splitTags(tags) }) };
}
