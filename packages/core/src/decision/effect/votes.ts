/**
 * `quarantine` and `release`: votes are set aside, kept and not counted; and all of them are counted again. The decision only says so: as
 * there may be thousands, a worker does it in steps (`quarantine/service.ts`).
 */
import { decisionKey } from '../../db/keys.ts';
import { StaleRead, setPart } from '../../db/transact.ts';
import { evidenceDecidedPart } from '../../evidence/repo.ts';
import { AppError } from '../../shared/app-error.ts';
import { versionConflict } from '../../shared/version.ts';
import type { Effect } from './effect.ts';

export const quarantine: Effect = {
  isPossible: ({ evidence }) => evidence !== undefined,
  parts(_, { evidence }, { decision, groups = [], evidence: seen }) {
    if (seen !== evidence!.version) throw versionConflict(evidence!.version);
    if (groups.length === 0 || groups.some((group) => !evidence!.members[group])) throw groupUnknown();
    return {
      parts: [evidenceDecidedPart(evidence!, decision)],
      votes: { groups: [...new Set(groups)], state: 'running', count: 0 },
    };
  },
};

export const release: Effect = {
  isPossible: ({ standing = [] }) => standing.length > 0,
  parts: (_, { standing = [] }) => ({
    parts: standing.map((id) => {
      const stands = {
        expression: '#votes.#state = :running OR #votes.#state = :done',
        names: { '#votes': 'votes', '#state': 'state' },
        values: { ':running': 'running', ':done': 'done' },
      };
      return setPart(decisionKey(id), { 'votes.state': 'releasing' }, stands, () => new StaleRead());
    }),
  }),
};

const groupUnknown = () =>
  new AppError('invalid_input', { fields: [{ path: '/groups', code: 'group_unknown', message: '' }] });
