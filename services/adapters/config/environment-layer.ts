import { SETTINGS } from '../../../config/schema/schema.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Layer } from './layer.ts';
import { didYouMean } from './suggestion.ts';

/** Variables that choose the configuration itself. */
export const ENVIRONMENT_VARIABLE = 'TIDEWAITER_ENV';
export const FILE_VARIABLE = 'TIDEWAITER_CONFIG';

/** Variables of ours that are no settings: for the tests, the build and the local infrastructure. */
const NO_SETTINGS = [
  /^TIDEWAITER_TEST_/,
  /^TIDEWAITER_DATA_SETS$/,
  /^TIDEWAITER_CACHE_DIR$/,
  new RegExp(`^(${ENVIRONMENT_VARIABLE}|${FILE_VARIABLE})$`),
];

/**
 * The settings that environment variables state. An empty variable counts as not set, as compose files and CI write them.
 * @param variables the process's environment
 * @param folder working directory: what relative paths are relative to
 * @throws TDW_CONFIG_UNKNOWN_KEY for a TIDEWAITER_ variable that no setting has
 */
export function environmentLayer(variables: Readonly<Record<string, string | undefined>>, folder: string): Layer {
  refuseUnknown(Object.keys(variables));
  const entries = SETTINGS.flatMap(({ path, variable }) => {
    const value = variables[variable];
    return value === undefined || value === ''
      ? []
      : [{ path, value, origin: { kind: 'variable', variable } as const, folder }];
  });
  return { entries };
}

function refuseUnknown(names: readonly string[]): void {
  const known = SETTINGS.map((setting) => setting.variable);
  const stray = names.find(
    (name) =>
      name.startsWith('TIDEWAITER_') && !known.includes(name) && !NO_SETTINGS.some((pattern) => pattern.test(name)),
  );
  if (stray !== undefined)
    throw new TidewaiterError(
      'TDW_CONFIG_UNKNOWN_KEY',
      `The variable ${stray} is no setting.${didYouMean(stray, [...known, ENVIRONMENT_VARIABLE, FILE_VARIABLE])}`,
      { location: { element: stray } },
    );
}
