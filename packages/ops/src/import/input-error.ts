/** What is wrong with the command line, the file or the map, in a sentence for whoever typed the command. */
export class InputError extends Error {
  override name = 'InputError';
}
