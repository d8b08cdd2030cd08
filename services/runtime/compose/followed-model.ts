import { modelsInForce, SHADOW_MODEL } from '../../reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import type { Loaded, ServedModel } from '../../scoring/models/served-model.ts';

/** A model of this process that takes its versions from activations: the one in force, and the one on trial beside it. */
export class FollowedModel {
  readonly served: ServedModel;
  readonly #load: (version: string) => Promise<Loaded>;
  #onTrial: string | undefined;

  /** @param load brings a version to life; one that cannot be used is no error */
  constructor(served: ServedModel, load: (version: string) => Promise<Loaded>) {
    this.served = served;
    this.#load = load;
  }

  /** Does what an activation of this model says, from the next batch on. */
  async follow(activation: ReferenceActivation): Promise<void> {
    const told = modelsInForce([activation]).get(this.served.name);
    if (told === undefined) return;
    if (activation.kind === SHADOW_MODEL) await this.try(told.shadow);
    else if (told.active !== undefined) await this.activate(told.active);
  }

  /** Puts a version in use. One that could not be used is loaded again: its files may be there by now. */
  async activate(version: string): Promise<void> {
    if (this.served.version === version && this.served.state()[0]?.kind === 'inUse') return;
    this.served.activate(await this.#load(version));
  }

  /** Puts a version on trial, undefined ends the trial. One that is on trial already is not loaded again, unless it could not be used. */
  async try(version: string | undefined): Promise<void> {
    if (version === this.#onTrial && (version === undefined || this.served.state()[1]?.kind === 'inUse')) return;
    this.#onTrial = version;
    this.served.try(version === undefined ? undefined : await this.#load(version));
  }
}
