/** Tells a person what is being done, one line each. */
export type Report = (line: string) => void;

/** Standard output is kept for results. */
export const toStandardError: Report = (line) => void process.stderr.write(`${line}\n`);
