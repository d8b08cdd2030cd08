/** What is waited for, or an error that says what did not come about within the time. */
export function within<T>(timeoutMs: number, what: string, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`it was waited ${timeoutMs / 1000} s in vain until ${what}`)),
      timeoutMs,
    );
    awaited.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
