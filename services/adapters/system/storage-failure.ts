import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';

/** By the error names of the operating system. */
const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'it lies on a file system that is read-only',
  EIO: 'the disk fails',
  EACCES: 'no right to use it',
  EPERM: 'no right to use it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EMFILE: 'too many files are open',
};

/** Calls on files; a socket that may not be opened has the same error names. */
const ON_FILES: ReadonlySet<string> = new Set([
  'access',
  'chmod',
  'copyfile',
  'fsync',
  'ftruncate',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'read',
  'rename',
  'rm',
  'rmdir',
  'scandir',
  'stat',
  'symlink',
  'unlink',
  'write',
]);

/** What a full disk, a missing right or a read-only folder makes the system throw, as an error with a stable code; anything else as it is. */
export function asStorageFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code = '', syscall = '', path } = error as NodeJS.ErrnoException;
  // Of folders that are to be made with those above them, Node says of a read-only file system that there is no such folder.
  const why = code === 'ENOENT' && syscall === 'mkdir' ? 'it cannot be made where it is' : WHY[code];
  if (why === undefined || !ON_FILES.has(syscall)) return error;
  return new TidewaiterError('TDW_STORAGE_UNUSABLE', `${path ?? 'a file'} cannot be used: ${why}`, { cause: error });
}
