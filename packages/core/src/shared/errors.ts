/**
 * The error catalogue: every code a use case or an edge may refuse with, and its HTTP status. The text that people read
 * has the same name in `packages/i18n`. A new code is one line here and one there.
 */
import { type SubjectKind, subjectKinds } from '../subject/kinds.ts';

const notFound = Object.fromEntries(subjectKinds.map((kind) => [`${kind}_not_found`, 404])) as Record<
  `${SubjectKind}_not_found`,
  404
>;

export const errorCatalogue = {
  // Any endpoint.
  invalid_input: 400,
  invalid_json: 400,
  invalid_cursor: 400,
  invalid_path: 400,
  unsupported_media_type: 415,
  not_acceptable: 406,
  payload_too_large: 413,
  invalid_request: 400,
  // By the firewall of AWS alone.
  request_refused: 403,
  request_timeout: 408,
  address_too_long: 414,
  headers_too_large: 431,
  not_signed_in: 401,
  session_invalid: 401,
  not_allowed: 403,
  origin_refused: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  version_conflict: 409,
  idempotency_key_reused: 422,
  busy: 503,
  too_many_requests: 429,
  feature_off: 503,
  internal_error: 500,

  // Subjects of every kind.
  ...notFound,
  voting_closed: 409,
  comments_closed: 409,

  // Challenges.
  challenge_not_open: 409,
  challenge_closed: 409,
  challenge_not_closable: 409,
  challenge_not_closed: 409,
  challenge_not_draft: 409,
  challenge_not_withdrawable: 409,
  challenge_has_others: 409,
  programme_restricted: 403,
  programme_retired: 409,
  programme_not_found: 404,
  programme_exists: 409,
  programmes_too_many: 409,
  closing_date_invalid: 400,
  ward_unknown: 400,
  point_outside_hanoi: 400,
  point_not_in_ward: 400,

  // Solutions.
  solution_not_draft: 409,
  solution_not_editable: 409,
  solution_not_withdrawable: 409,

  // Comments.
  comment_not_found: 404,
  comment_edit_window_over: 409,
  comment_parent_invalid: 400,

  // Content rules.
  personal_data_found: 422,
  rules_version_not_found: 404,

  // Reports, the queue of moderators, decisions.
  own_content: 403,
  item_not_found: 404,
  item_done: 409,
  claimed_by_other: 409,
  same_moderator: 403,
  outside_scope: 403,
  action_not_possible: 409,
  passage_missing: 400,
  decision_not_found: 404,
  appeal_over: 409,
  appealed_already: 409,
  not_appealable: 409,

  // What was merged.
  content_merged: 409,
  not_merged: 409,
  nothing_to_move: 409,

  // Pictures.
  upload_not_image: 415,
  upload_too_large: 413,
  upload_too_many_pixels: 413,
  upload_not_found: 404,
  upload_missing: 400,

  // Search.
  search_not_ready: 503,

  // People, signing in, organisations.
  code_invalid: 401,
  code_expired: 401,
  code_tries_spent: 429,
  network_busy: 429,
  mail_unavailable: 503,
  oidc_unavailable: 503,
  oidc_failed: 401,
  oidc_cancelled: 401,
  oidc_expired: 401,
  name_required: 409,
  suspended: 403,
  eid_required: 403,
  person_not_found: 404,
  email_taken: 409,
  last_administrator: 409,
  second_administrator_needed: 403,
  role_request_not_found: 404,
  organisation_not_found: 404,
  organisation_slug_taken: 409,
  not_organisation_member: 403,
  organisation_suspended: 403,
  member_not_found: 404,
  last_owner: 409,

  // Tags.
  tags_too_many: 409,

  // Dead letters.
  letter_in_retry: 409,
  letter_without_record: 409,
  letter_fails_again: 409,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

/** What is known to be away for a while: an operator switched it off, or it is being made and has an alarm of its own. */
const announced: ReadonlySet<string> = new Set<ErrorCode>(['feature_off', 'search_not_ready']);

/** Whether an answer with this status, for this code where it has one, is a fault that somebody should look at. */
export function isFault(status: number, code?: string): boolean {
  return status >= 500 && (code === undefined || !announced.has(code));
}
