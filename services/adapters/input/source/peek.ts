/** The beginning of a source, and the whole of it again. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Reads just enough of a source to tell what it is; nothing read is lost. */
export async function peek(bytes: AsyncIterable<Uint8Array>, atLeast: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < atLeast) {
    const next = await iterator.next();
    if (next.done === true) break;
    read.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(read).subarray(0, atLeast), bytes: resume(read, iterator) };
}

async function* resume(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
