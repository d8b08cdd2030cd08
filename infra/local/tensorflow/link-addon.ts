import { existsSync, lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type NativeHome, nativeHome } from './native-home.ts';
import { packageFolder, wantedVersion } from './tfjs-node-package.ts';

/** Puts links to a built addon into the package: its own folders are where it looks. */
export function linkAddon(home: NativeHome, folder: string): void {
  for (const part of ['lib', 'deps'] as const) {
    const place = join(folder, part);
    if (isLinkTo(place, home[part])) continue;
    rmSync(place, { recursive: true, force: true });
    symlinkSync(home[part], place);
  }
}

/** `npm ci` makes node_modules anew; an addon that was built before is linked again. Costs a look at two files. */
export function relinkBuiltAddon(): void {
  const folder = packageFolder();
  if (!existsSync(folder)) return;
  const home = nativeHome(wantedVersion());
  if (existsSync(home.addon) && !existsSync(join(folder, 'lib'))) linkAddon(home, folder);
}

function isLinkTo(place: string, target: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found?.isSymbolicLink() === true && readlinkSync(place) === target;
}
