import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** The reader of an output went away (`tidewaiter assess … | head -1`): no failure, but nothing is left to do. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Writes lines as fast as they are read, and no faster. */
export interface LineWriter {
  /** Resolves when the stream takes more; rejects with ReaderGone once nobody reads. */
  line(text: string): Promise<void>;
  /** Resolves when everything is handed over. */
  flush(): Promise<void>;
}

/** Lines onto a stream. A closed pipe makes the next write reject instead of ending the process with a stack trace. */
export function createLineWriter(stream: Writable): LineWriter {
  const failures: Error[] = [];
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failures.push(error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? new ReaderGone() : error);
  });
  const check = (): void => {
    const [failure] = failures;
    if (failure) throw failure;
  };
  const line = async (text: string): Promise<void> => {
    check();
    if (!stream.write(`${text}\n`))
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
    check();
  };
  const flush = (): Promise<void> =>
    failures.length > 0 || stream.destroyed ? Promise.resolve() : new Promise((done) => stream.write('', () => done()));
  return { line, flush };
}
