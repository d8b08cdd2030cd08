/** What happens to a declaration; see the design's table. Ranked red > query > yellow > blue > green. */
export type Lane = 'red' | 'query' | 'yellow' | 'blue' | 'green';

/** From the strictest to the mildest. */
export const LANES = ['red', 'query', 'yellow', 'blue', 'green'] as const satisfies readonly Lane[];

/** Whether a declaration in this lane is put before a person before it is released. */
export function asksForAPerson(lane: Lane): boolean {
  switch (lane) {
    case 'red':
    case 'query':
    case 'yellow':
      return true;
    case 'blue':
    case 'green':
      return false;
  }
}

/** The stricter of two lanes. */
export function stricter(a: Lane, b: Lane): Lane {
  return LANES.indexOf(a) <= LANES.indexOf(b) ? a : b;
}
