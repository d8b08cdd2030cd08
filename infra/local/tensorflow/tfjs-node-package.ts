import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { projectRoot } from '../../setup/project-root.mjs';
import { runTool } from '../../setup/run-tool.mjs';
import type { Report } from '../server/report.ts';
import { PINS } from './pins.ts';

/** Where npm puts the package, there or not. */
export const packageFolder = (): string => join(projectRoot(), 'node_modules', ...PINS.package.split('/'));

/** The version that package.json asks for. */
export function wantedVersion(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return optionalDependencies[PINS.package]!;
}

/**
 * Installs the package without its own download. Some versions of npm run that in spite of `allowScripts`, and drop an optional package
 * without a word where it fails. @throws TDW_SETUP_DEPENDENCIES
 */
export async function ensurePackage(report: Report): Promise<void> {
  if (existsSync(join(packageFolder(), 'package.json'))) return;
  report(`Installing ${PINS.package}, which npm left out`);
  const status = await runTool('npm', [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${PINS.package}@${wantedVersion()}`,
  ]);
  if (status !== 0) throw new TidewaiterError('TDW_SETUP_DEPENDENCIES', `npm could not install ${PINS.package}.`);
}
