import cliProgress from 'cli-progress';
import type { Shell } from '../shell/shell.ts';

/** Shows how far a piece of work has come. */
export interface Progress {
  advance(by: number): void;
  end(): void;
}

const SILENT: Progress = { advance: () => undefined, end: () => undefined };

/**
 * A bar on standard error while it is a terminal, else nothing: logs and pipes stay clean.
 * @param total how many units there are; 0 where nobody knows
 */
export function showProgress(shell: Pick<Shell, 'stderr'>, what: string, total: number): Progress {
  if (!shell.stderr.isTTY) return SILENT;
  const format = total > 0 ? `${what} {bar} {value}/{total} · {eta_formatted} left` : `${what} {value}`;
  const bar = new cliProgress.SingleBar(
    { stream: shell.stderr, format, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: (by) => bar.increment(by), end: () => bar.stop() };
}
