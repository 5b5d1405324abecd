/**
 * What we use of zod, named one by one: a bundler then leaves out the rest, with its forty languages (105 KB instead of
 * 458). A function that is missing here is one more name.
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
