import { type Progress, showProgress } from '../../../services/cli/output/progress.ts';

/** Begins to show a piece of work of so many events: a bar on a terminal, elsewhere one line at its beginning. */
export type ShowProgress = (what: string) => (total: number) => Progress;

export const progressOn =
  (stderr: NodeJS.WriteStream): ShowProgress =>
  (what) =>
  (total) => {
    if (!stderr.isTTY) stderr.write(`${what}: ${String(total)} events\n`);
    return showProgress({ stderr }, what, total);
  };
