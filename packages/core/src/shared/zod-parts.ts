/**
 * The functions of zod that we use, exported one by one: a bundler then leaves out the rest, with its forty languages (105 KB
 * instead of 458). To use another function, add its name here.
 */
export {
  array,
  boolean,
  coerce,
  type core,
  email,
  enum,
  type input,
  iso,
  literal,
  looseObject,
  null,
  number,
  object,
  type output,
  prettifyError,
  record,
  strictObject,
  string,
  stringbool,
  union,
  type ZodArray,
  ZodError,
  type ZodNullable,
  type ZodObject,
  type ZodOptional,
  type ZodString,
  type ZodType,
} from 'zod';
