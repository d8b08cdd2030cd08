import { type Check, failure, fine } from '../check.ts';

/** Lowest Node that the project supports: major, minor. */
const LOWEST = [20, 19] as const;

/** @param version of the running Node, "20.19.0" */
export function nodeVersionCheck(version: string): Check {
  return {
    name: 'node',
    examine: () =>
      Promise.resolve(
        isSupported(version)
          ? fine(`Node ${version}`)
          : failure(`Node ${version} is too old`, `Install Node ${LOWEST.join('.')} or later.`),
      ),
  };
}

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1]);
}
