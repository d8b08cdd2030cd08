import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { linkAddon } from '../../../infra/local/tensorflow/link-addon.ts';
import { homeIn, type NativeHome, nativeHome } from '../../../infra/local/tensorflow/native-home.ts';

const place = mkdtempSync(join(tmpdir(), 'addon-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the native backend that was built once', () => {
  let [home, folder]: [NativeHome, string] = [homeIn(place), place];
  beforeEach(() => {
    const fresh = mkdtempSync(join(place, 'case-'));
    [home, folder] = [homeIn(join(fresh, 'cache')), join(fresh, 'tfjs-node')];
    mkdirSync(folder);
    for (const file of [home.addon, join(home.libraries, 'libtensorflow_cc.so.2')]) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, 'built');
    }
  });

  test('given a package that npm has just installed, when linked, then it finds addon and library where it looks for them; linking again changes nothing', () => {
    for (let times = 0; times < 2; times += 1) {
      linkAddon(home, folder);
      expect(readFileSync(join(folder, 'lib/napi-v8/tfjs_binding.node'), 'utf8')).toBe('built');
      expect(readFileSync(join(folder, 'deps/lib/libtensorflow_cc.so.2'), 'utf8')).toBe('built');
    }
  });

  test('given half of a download, or a link to a cache that is gone, when linked, then the built one takes its place', () => {
    mkdirSync(join(folder, 'deps/lib'), { recursive: true });
    writeFileSync(join(folder, 'deps/lib/half'), 'x');
    linkAddon(homeIn(join(place, 'gone')), folder);
    linkAddon(home, folder);
    expect([readlinkSync(join(folder, 'lib')), readlinkSync(join(folder, 'deps'))]).toEqual([home.lib, home.deps]);
    expect(existsSync(join(home.libraries, 'libtensorflow_cc.so.2'))).toBe(true);
  });

  test('given another version of package or library, then it has a place of its own', () => {
    const cache = { TIDEWAITER_CACHE_DIR: join(place, 'caches') };
    expect(nativeHome('4.22.0', cache).folder).not.toBe(nativeHome('4.23.0', cache).folder);
  });
});
