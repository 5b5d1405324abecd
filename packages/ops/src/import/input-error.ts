/** What is wrong with the command line, the file or the map, in a sentence for the operator. */
export class InputError extends Error {
  override name = 'InputError';
}
