import type { EditionStanding } from '../../adapters/readiness/health-checks.ts';
import type { EditionsInForce } from '../../reference/editions/editions-in-force.ts';
import { editionIdOf, type EditionManifest } from '../../reference/editions/manifest.ts';
import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Edition } from './edition.ts';
import type { EditionOpener } from './open-edition.ts';

/** What happens to the editions of a process. */
export type EditionEvent =
  | {
      readonly kind: 'editionInForce';
      readonly edition: Edition;
      /** Undefined as the process starts. */
      readonly before?: Edition;
      /** Since the topic named it. */
      readonly seconds: number;
    }
  /** Announced, loaded and checked beside the one in force. */
  | { readonly kind: 'editionPrepared'; readonly id: string; readonly seconds: number }
  /** Named by the topic, but it cannot be loaded: the one in force stays so. */
  | {
      readonly kind: 'editionUnusable';
      readonly id: string;
      readonly role: 'inForce' | 'prepared';
      readonly code: ErrorCode;
      readonly error: unknown;
    };

export interface FollowDeps {
  readonly opener: Pick<EditionOpener, 'open'>;
  readonly observe: (event: EditionEvent) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back once, later: what could not be loaded is tried again then. Answers with how to call it off. */
  readonly later: (again: () => void) => () => void;
}

interface Wanted {
  readonly id: string;
  readonly manifest: EditionManifest;
  readonly since: number;
}

type Role = 'inForce' | 'prepared';

/**
 * Takes a process from one edition to the next. What the topic announces is loaded beside the edition in force; what it puts in force is taken
 * as soon as it is loaded, and whoever asks for `current` has it from then on. One that cannot be loaded is tried again until it can, or until
 * the topic names another.
 */
export class EditionFollower {
  #current: Edition;
  #prepared: Edition | undefined;
  readonly #wanted: Partial<Record<Role, Wanted>> = {};
  readonly #failed = new Map<string, ErrorCode>();
  #callOff: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #stopped = false;
  readonly #deps: FollowDeps;

  constructor(first: Edition, deps: FollowDeps) {
    this.#current = first;
    this.#deps = deps;
  }

  get current(): Edition {
    return this.#current;
  }

  state(): EditionStanding {
    const wanted = this.#wanted.inForce;
    const inForce = this.#current.id;
    if (wanted === undefined || wanted.id === inForce) return { inForce };
    const code = this.#failed.get(wanted.id);
    return { inForce, wanted: { id: wanted.id, since: wanted.since, ...(code && { code }) } };
  }

  /** Takes in what the topic says now. Resolves once nothing is left to load, or what is cannot be loaded for now. */
  async follow({ inForce, prepared }: EditionsInForce): Promise<void> {
    this.#want('inForce', inForce);
    this.#want('prepared', prepared);
    this.#failed.clear();
    await this.#work();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOff?.();
    await this.#working;
  }

  #want(role: Role, manifest: EditionManifest | undefined): void {
    const id = manifest && editionIdOf(manifest);
    if (manifest === undefined || id === undefined) delete this.#wanted[role];
    else if (this.#wanted[role]?.id !== id) this.#wanted[role] = { id, manifest, since: this.#deps.now() };
  }

  /** One at a time: what is asked meanwhile is seen by whoever works already. */
  #work(): Promise<void> {
    this.#working ??= this.#loadAll().finally(() => (this.#working = undefined));
    return this.#working;
  }

  async #loadAll(): Promise<void> {
    for (let role = this.#next(); role !== undefined; role = this.#next()) await this.#load(role, this.#wanted[role]!);
    if (this.#failed.size > 0 && !this.#stopped) this.#tryAgainLater();
  }

  #next(): Role | undefined {
    if (this.#stopped) return undefined;
    const { inForce, prepared } = this.#wanted;
    if (inForce && inForce.id !== this.#current.id && !this.#failed.has(inForce.id)) return 'inForce';
    const known = [this.#current.id, this.#prepared?.id];
    return prepared && !known.includes(prepared.id) && !this.#failed.has(prepared.id) ? 'prepared' : undefined;
  }

  async #load(role: Role, { id, manifest, since }: Wanted): Promise<void> {
    try {
      const edition =
        this.#prepared?.id === id ? this.#prepared : await this.#deps.opener.open(manifest, this.#current);
      // The topic may have gone on while it was loaded.
      if (this.#stopped || this.#wanted[role]?.id !== id) return;
      const seconds = (this.#deps.now() - since) / 1000;
      if (role === 'inForce') this.#takeInForce(edition, seconds);
      else {
        this.#prepared = edition;
        this.#deps.observe({ kind: 'editionPrepared', id, seconds });
      }
    } catch (error) {
      const code = error instanceof TidewaiterError ? error.code : 'TDW_INTERNAL';
      this.#failed.set(id, code);
      this.#deps.observe({ kind: 'editionUnusable', id, role, code, error });
    }
  }

  #takeInForce(edition: Edition, seconds: number): void {
    const before = this.#current;
    this.#current = edition;
    this.#prepared = undefined;
    this.#deps.observe({ kind: 'editionInForce', edition, before, seconds });
  }

  #tryAgainLater(): void {
    this.#callOff?.();
    this.#callOff = this.#deps.later(() => {
      this.#failed.clear();
      void this.#work();
    });
  }
}
