/** What the package says of itself in its README; it has no types. */
declare module 'spdx-satisfies' {
  /** Whether an SPDX expression is met by one or several of the licences. Throws when it is no expression. */
  export default function satisfies(expression: string, licences: readonly string[]): boolean;
}
