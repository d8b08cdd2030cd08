import type { LoopBlock } from './messages.ts';

const EVERY_MS = 5;
const TELL_EVERY_MS = 200;

/** Tells five times a second by how much a timer was late at most: for so long nothing else could run either. */
export function watchLoop(tell: (longest: LoopBlock) => void): void {
  const used = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let last = { at: performance.now(), cpu: used() };
  let [longest, told] = [{ ms: 0, ownMs: 0 }, last.at];
  setInterval(() => {
    const now = { at: performance.now(), cpu: used() };
    const ms = now.at - last.at - EVERY_MS;
    const own = Math.min(ms, now.cpu - last.cpu);
    longest = { ms: Math.max(longest.ms, ms), ownMs: Math.max(longest.ownMs, own) };
    last = now;
    if (now.at - told < TELL_EVERY_MS) return;
    tell({ at: Date.now(), ...longest });
    [longest, told] = [{ ms: 0, ownMs: 0 }, now.at];
  }, EVERY_MS).unref();
}
