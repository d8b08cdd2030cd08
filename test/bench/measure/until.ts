/** Waits until something has come about. @throws Error, saying what did not, after a minute or the time given */
export async function until(what: string, condition: () => boolean, withinMs = 60_000): Promise<void> {
  for (
    const deadline = Date.now() + withinMs;
    !condition();
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS))
  )
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs / 1000} s`);
}

const POLL_EVERY_MS = 20;
