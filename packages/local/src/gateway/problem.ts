/** Problem answers (RFC 9457) for what the gateway itself refuses, in the same shape as the API's. */
import { securityHeaders } from '@hanoi/functions/http/security-headers';

export type Problem = { status: number; code: string; title: string; detail: string };

export const problems = {
  invalidPath: {
    status: 400,
    code: 'invalid_path',
    title: 'Địa chỉ không hợp lệ',
    detail: 'The address of the request is not well-formed.',
  },
  payloadTooLarge: {
    status: 413,
    code: 'payload_too_large',
    title: 'Nội dung gửi quá lớn',
    detail: 'The body of a request may have 6 MB at most.',
  },
  notFound: { status: 404, code: 'not_found', title: 'Không tìm thấy', detail: 'There is nothing at this address.' },
  methodNotAllowed: {
    status: 405,
    code: 'method_not_allowed',
    title: 'Phương thức không được phép',
    detail: 'Only GET and HEAD are understood here.',
  },
  internalError: {
    status: 502,
    code: 'internal_error',
    title: 'Hệ thống gặp lỗi',
    detail: 'The request could not be carried out. It has been logged.',
  },
} as const satisfies Record<string, Problem>;

const problemType = 'application/problem+json';

/** The headers of a problem answer. */
export const problemHeaders = { ...securityHeaders, 'content-type': problemType, 'cache-control': 'no-store' };

/** The body of a problem answer. */
export function problemBody(problem: Problem): string {
  return JSON.stringify({ type: 'about:blank', ...problem, errors: [] });
}

/** Thrown inside the gateway to answer with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
