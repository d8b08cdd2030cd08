import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, name the files in it',
  EACCES: 'no right to read it',
};

/** The same error, with the file named; anything else that was thrown is our own bug. */
export function inFile(error: unknown, file: string): TidewaiterError {
  if (error instanceof TidewaiterError)
    return new TidewaiterError(error.code, error.message, { location: { ...error.location, file }, cause: error });
  if (isReadError(error))
    return new TidewaiterError('TDW_INPUT_UNREADABLE', `Cannot read it: ${WHY[error.code] ?? error.code}.`, {
      location: { file },
      cause: error,
    });
  return new TidewaiterError('TDW_INTERNAL', error instanceof Error ? error.message : String(error), {
    location: { file },
    cause: error,
  });
}

function isReadError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
