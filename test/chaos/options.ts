import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly kills: number;
  /** Events published, repeats and bad bytes not counted. Default: 20,000, or 500 a kill where that is more. */
  readonly events: number;
  readonly seed: number;
  /** `none` takes the fence away, and then the count must come out wrong: it shows that the campaign can fail. */
  readonly fence: 'kept' | 'none';
  /** Whether the topic itself is struck too, after the kills: deleted, grown, cut short. Not where the fence is taken away. */
  readonly log: 'struck' | 'spared';
  readonly json: boolean;
}

const FEWEST_EVENTS = 20_000;
/** So that work is at hand when a kill is due. */
const EVENTS_A_KILL = 500;

/** @throws TypeError for an unknown option */
export function chaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '20' },
      events: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'without-fence': { type: 'boolean', default: false },
      'without-log-blows': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const kills = count('kills', values.kills);
  const events =
    values.events === undefined ? Math.max(FEWEST_EVENTS, kills * EVENTS_A_KILL) : count('events', values.events);
  return {
    kills,
    events,
    seed: count('seed', values.seed),
    fence: values['without-fence'] ? 'none' : 'kept',
    log: values['without-fence'] || values['without-log-blows'] ? 'spared' : 'struck',
    json: values.json,
  };
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`--${name} wants a whole number, not "${text}"`);
  return value;
}
