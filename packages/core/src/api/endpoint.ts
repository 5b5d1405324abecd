/**
 * What a contract is made of. A feature's `contract.ts` names its endpoints once; the API router, the typed client,
 * the OpenAPI document and the role tests are all made from it.
 */
import type { ErrorCode } from '../shared/errors.ts';
import type { Role } from '../shared/role.ts';
import type { z } from '../shared/zod.ts';
import type { Pace } from './limits.ts';
import type { Switch } from './switch.ts';

/** Who may call: anyone, anyone signed in, or holders of one of these roles. The service may refuse more. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** Which Lambda serves it; a separate one only where permissions differ. */
export type LambdaName = 'api' | 'auth' | 'operations' | 'search' | 'upload';

export type Endpoint = Described & (Reading | Writing);

type Reading = { method: 'GET'; pace?: undefined; bodyLimit?: undefined };
type Writing = {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** How often one person may. */
  pace: Pace;
  /** The most bytes the body may have; at most `bodyLimits.small` where anyone may call. */
  bodyLimit: number;
};

type Described = {
  /** Below `/api/v1`, parameters in braces. */
  path: `/${string}`;
  summary: string;
  access: Access;
  lambda?: LambdaName;
  /** The flag by which an operator can switch it off. Without one, only the read-only mode refuses it, if it writes. */
  switch?: Switch;
  /** Stays available in the read-only mode, although it writes. */
  staysOn?: true;
  /** Stays open to people who are suspended, although it writes: leaving, their own account, an appeal. */
  whileSuspended?: true;
  /** Asks with a body, and changes nothing: no flag refuses it but its own switch. */
  writesNothing?: true;
  /** Writes about a subject without reading its card: then the card is not fetched together with the session. */
  needsNoCard?: true;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  status: 200 | 201 | 202 | 204 | 303;
  /** The status where a request that makes something finds it made already, and answers it as it is. */
  again?: 200;
  output?: z.ZodType;
  /** What `output` is sent as, where it is a text of another kind than JSON. */
  media?: 'text/csv; charset=utf-8' | 'image/webp';
  /** Codes beyond those any endpoint may answer. */
  errors?: readonly ErrorCode[];
  /** For anonymous GETs: seconds a shared cache may keep it. */
  sharedCacheSeconds?: number;
};

export type Contract = Record<string, Endpoint>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler receives after parsing. */
export type EndpointInput<E extends Endpoint> = {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
};

/** What a handler returns; parsed by `output` on the way out. */
export type EndpointOutput<E extends Endpoint> = E['output'] extends z.ZodType ? z.input<E['output']> : undefined;

type WithoutUndefined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a client sends. */
export type EndpointRequest<E extends Endpoint> = WithoutUndefined<{
  params: Given<E['params']>;
  query: Given<E['query']>;
  body: Given<E['body']>;
}>;

/** What a client gets. */
export type EndpointResponse<E extends Endpoint> = Parsed<E['output']>;
