/** Content rules over HTTP: what they would mask, for everybody who writes; their list, for administrators. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { maskedTextsSchema, maskPreviewSchema } from '../shared/personal-data.ts';
import { z } from '../shared/zod.ts';
import {
  activateRulesSchema,
  newRuleListSchema,
  rulesPreviewSchema,
  ruleVersionSchema,
  wholeRuleVersionSchema,
} from './schema.ts';

const access = ['administrator'] as const;
const version = z.strictObject({ version: z.string().regex(/^\d{1,6}$/) });

export const ruleContract = {
  previewMasking: {
    method: 'POST',
    path: '/personal-data/preview',
    summary: 'How texts would be shown with personal data masked, before they are sent; they are kept nowhere',
    access: 'anyone',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    writesNothing: true,
    body: maskPreviewSchema,
    status: 200,
    output: maskedTextsSchema,
  },
  listRules: {
    method: 'GET',
    path: '/admin/rules',
    summary: 'The versions of the list of content rules, newest first, down to that of a new site; which is in force',
    access,
    status: 200,
    output: z.object({ items: z.array(ruleVersionSchema) }),
  },
  getRules: {
    method: 'GET',
    path: '/admin/rules/{version}',
    summary: 'One version whole',
    access,
    params: version,
    status: 200,
    output: wholeRuleVersionSchema,
    errors: ['rules_version_not_found'],
  },
  saveRules: {
    method: 'POST',
    path: '/admin/rules',
    summary: 'Save a new version. It is not in force until it is activated; what is wrong is told by line (`/text/12`)',
    access,
    pace: 'edit',
    bodyLimit: bodyLimits.list,
    body: newRuleListSchema,
    status: 201,
    output: ruleVersionSchema,
    errors: ['rules_version_not_found', 'version_conflict', 'too_many_requests'],
  },
  activateRules: {
    method: 'PUT',
    path: '/admin/rules/active',
    summary: 'Put a version in force, an older one too; every process follows within half a minute',
    access,
    pace: 'free',
    bodyLimit: bodyLimits.small,
    body: activateRulesSchema,
    status: 200,
    output: ruleVersionSchema,
    errors: ['rules_version_not_found', 'version_conflict'],
  },
  previewRules: {
    method: 'GET',
    path: '/admin/rules/{version}/preview',
    summary: 'What a version would have caught among the posts of the last 30 days, some hundreds at a time',
    access,
    params: version,
    query: z.strictObject({ cursor: z.string().max(1_000).optional() }),
    status: 200,
    output: rulesPreviewSchema,
    errors: ['rules_version_not_found', 'invalid_cursor'],
  },
} as const satisfies Contract;
