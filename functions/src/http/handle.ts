/** One endpoint as a Lambda handler: context, access, flags, input, use case, output, in this order. */

import type { Contract, Endpoint, EndpointInput, EndpointOutput } from '@hanoi/core/api/endpoint';
import { type NameOf, nameOf } from '@hanoi/core/api/for-kinds';
import { bodyLimits } from '@hanoi/core/api/limits';
import { cardKey, type Key } from '@hanoi/core/db/keys';
import { assertOn } from '@hanoi/core/flag/in-force';
import { assertNotSuspended } from '@hanoi/core/person/rules';
import { AppError } from '@hanoi/core/shared/app-error';
import { type Ctx, hasRole } from '@hanoi/core/shared/context';
import { isSubjectId, kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { type SubjectKind, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { contextOf } from './context.ts';
import { parseInput } from './input.ts';

/** Carries out an endpoint: a thin call of a use case. May answer by itself (redirects, cookies) with `Answer`. */
export type Handle<E extends Endpoint> = (
  ctx: Ctx,
  input: EndpointInput<E>,
  event: APIGatewayProxyEventV2,
) => Promise<EndpointOutput<E> | Answer | (E extends { again: 200 } ? Again<EndpointOutput<E>> : never) | undefined>;

/** The handlers of a contract's endpoints, by their names. */
export type HandlesOf<C extends Contract> = { [Name in keyof C]: Handle<C[Name]> };

/** The handle of an endpoint that every kind has, about a subject of any kind. */
type HandleOfKinds<C extends Contract, Pattern extends string> = (
  ctx: Ctx,
  input: Omit<EndpointInput<C[NameOf<Pattern, SubjectKind>]>, 'params'> & { params: { id: SubjectId } },
  event: APIGatewayProxyEventV2,
) => Promise<OutputOfKinds<C, Pattern> | Again<OutputOfKinds<C, Pattern>>>;

type OutputOfKinds<C extends Contract, Pattern extends string> = EndpointOutput<C[NameOf<Pattern, SubjectKind>]>;

/** One handle for the endpoints that a contract has for each kind, by the pattern of their names. */
export function handlesOfKinds<C extends Contract, const Pattern extends string>(
  contract: C,
  pattern: Pattern,
  handle: HandleOfKinds<C, Pattern>,
): { [Kind in SubjectKind as NameOf<Pattern, Kind> & keyof C]: Handle<C[NameOf<Pattern, Kind>]> } {
  const names = subjectKinds.map((kind) => nameOf(pattern, kind)).filter((name) => name in contract);
  return Object.fromEntries(names.map((name) => [name, handle])) as never;
}

/** An answer that needs more than a body. */
export class Answer {
  readonly result: APIGatewayProxyStructuredResultV2;
  constructor(result: APIGatewayProxyStructuredResultV2) {
    this.result = result;
  }
}

/** An answer with what was made before: an endpoint that has `again` answers it with that status. */
export class Again<Output> {
  readonly output: Output;
  constructor(output: Output) {
    this.output = output;
  }
}

/** The handler of an endpoint. Errors are thrown; the function's own middleware makes them problems. */
export function handlerOf<E extends Endpoint>(endpoint: E, handle: Handle<E>) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const ctx = await contextOf(event, cardToWrite(endpoint, event));
    assertAccess(ctx, endpoint);
    assertNotSuspended(ctx.actor, endpoint, ctx.now());
    await assertOn(ctx, endpoint);
    assertBodyFits(ctx, endpoint, event);
    const input = (await parseInput(endpoint, event)) as EndpointInput<E>;
    const answered = await handle(ctx, input, event);
    if (answered instanceof Answer) return answered.result;
    const [output, statusCode] =
      answered instanceof Again ? [answered.output, endpoint.again] : [answered, endpoint.status];
    return {
      statusCode,
      headers: {
        'cache-control': cacheControl(endpoint, ctx),
        ...(endpoint.output && { 'content-type': 'application/json' }),
      },
      body: endpoint.output ? JSON.stringify(endpoint.output.parse(output)) : undefined,
    };
  };
}

/** The card of the subject that a write is about: most need it as surely as the session, so both come in one call. */
function cardToWrite(endpoint: Endpoint, event: APIGatewayProxyEventV2): Key | undefined {
  const id = event.pathParameters?.id;
  if (endpoint.method === 'GET' || !id || !isSubjectId(id)) return undefined;
  // An answer is looked at whatever is written: its end is that of what it answers.
  return endpoint.needsNoCard && specOf(kindOf(id)).parent === null ? undefined : cardKey(id);
}

/** @throws not_signed_in, not_allowed */
function assertAccess(ctx: Ctx, endpoint: Endpoint): void {
  if (endpoint.access === 'anyone') return;
  if (ctx.actor.kind !== 'person') throw new AppError('not_signed_in');
  if (endpoint.access !== 'signed-in' && !hasRole(ctx.actor, ...endpoint.access)) throw new AppError('not_allowed');
}

/**
 * On one machine the gateway has refused longer ones before they were received. Only short forms are open to everybody.
 * @throws payload_too_large
 */
function assertBodyFits(ctx: Ctx, endpoint: Endpoint, { body = '', isBase64Encoded }: APIGatewayProxyEventV2): void {
  if (endpoint.method === 'GET') return;
  const limit = ctx.actor.kind === 'anonymous' ? bodyLimits.small : endpoint.bodyLimit;
  if (Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') > limit) throw new AppError('payload_too_large');
}

/** Shared caches may keep what anyone may see; nobody may keep what was made for one person. */
function cacheControl(endpoint: Endpoint, ctx: Ctx): string {
  if (ctx.actor.kind !== 'anonymous' || !endpoint.sharedCacheSeconds) return 'private, no-store';
  return `public, max-age=0, s-maxage=${endpoint.sharedCacheSeconds}`;
}
