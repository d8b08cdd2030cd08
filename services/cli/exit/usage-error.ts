/** The command line asks for what cannot be; said in one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
