import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { withLock } from '../../setup/lock.mjs';
import { runTool } from '../../setup/run-tool.mjs';
import type { Report } from '../server/report.ts';
import { compileAddon } from './compile-addon.ts';
import { fetchLibrary } from './fetch-library.ts';
import { linkAddon } from './link-addon.ts';
import { homeIn, type NativeHome, nativeHome } from './native-home.ts';
import { PINS } from './pins.ts';
import { ensurePackage, packageFolder, wantedVersion } from './tfjs-node-package.ts';

/**
 * Builds the native backend where its own download is blocked, unless it was built before, and links it into node_modules.
 * @throws TDW_SETUP_TENSORFLOW_PLATFORM, …_TOOLS, …_FETCH, …_BUILD, TDW_SETUP_DEPENDENCIES
 */
export async function buildNative(report: Report): Promise<void> {
  const system = `${process.platform}-${process.arch}`;
  if (system !== PINS.system)
    throw new TidewaiterError(
      'TDW_SETUP_TENSORFLOW_PLATFORM',
      `The native backend of TensorFlow can be built on ${PINS.system} only; this is ${system}.`,
    );
  await ensurePackage(report);
  const home = nativeHome(wantedVersion());
  await withLock(
    `${home.folder}.lock`,
    async () => {
      if (!existsSync(home.addon)) await build(home, report);
    },
    (holder) => {
      report(`Waiting for process ${holder}, which is building it`);
    },
  );
  linkAddon(home, packageFolder());
}

/** Under its name only when whole. */
async function build(home: NativeHome, report: Report): Promise<void> {
  mkdirSync(dirname(home.folder), { recursive: true });
  const work = mkdtempSync(`${home.folder}.arriving-`);
  try {
    const arriving = homeIn(join(work, 'home'));
    const library = await fetchLibrary(work, arriving.libraries, report);
    await compileAddon(packageFolder(), library, arriving, report);
    await runTool('strip', ['--strip-unneeded', ...library.libraries]);
    rmSync(home.folder, { recursive: true, force: true });
    renameSync(arriving.folder, home.folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
