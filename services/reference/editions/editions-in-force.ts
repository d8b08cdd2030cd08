import { instantOf } from '../../risk/declaration/instant.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import { editionIdOf, type EditionManifest, manifestOf, partsOf } from './manifest.ts';

const EDITION = 'edition';
const IN_FORCE = 'main';
const PREPARED = 'prepared';
/** Records of single parts: what releases wrote that had no editions. */
const POLICY = 'policy';
const MODEL = 'model';
const TRIAL = 'model-shadow';
/** The version of a trial that has ended. */
const NO_VERSION = 'none';

/** What the reference topic says of editions. */
export interface EditionsInForce {
  readonly inForce: EditionManifest;
  /** Announced: processes build it beside the one in force, so that the change to it takes no time. */
  readonly prepared?: EditionManifest;
}

const isPrepared = ({ kind, name }: Pick<ReferenceActivation, 'kind' | 'name'>): boolean =>
  kind === EDITION && name === PREPARED;

/** Whether a record puts an edition in force, and so names all parts. */
export const isEdition = ({ kind, name }: Pick<ReferenceActivation, 'kind' | 'name'>): boolean =>
  kind === EDITION && name === IN_FORCE;

/** Who decided, and why: it is on record. */
export interface Decision {
  readonly by: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * What is in force by the activations of the topic, in the order of its log. An edition names all parts; a record of a single part, as releases
 * without editions write them, changes that part of what was in force before it.
 * @param shipped what is in force where no edition was activated: the parts that come with this release, and the policy that is set
 */
export function editionsInForce(
  activations: readonly ReferenceActivation[],
  shipped: () => EditionManifest,
): EditionsInForce {
  const whole = activations.findLastIndex(isEdition);
  const named = activations[whole];
  const inForce = activations.slice(whole + 1).reduce(withPart, (named && manifestOf(named.parts)) ?? shipped());
  // One that was announced before the last change is of no interest any more.
  const announced = activations.at(-1);
  const prepared = announced && isPrepared(announced) ? manifestOf(announced.parts) : undefined;
  return prepared === undefined ? { inForce } : { inForce, prepared };
}

function withPart(manifest: EditionManifest, { kind, name, version }: ReferenceActivation): EditionManifest {
  switch (kind) {
    case EDITION:
      return manifest;
    case POLICY:
      return { ...manifest, policy: version };
    case MODEL:
      return { ...manifest, models: { ...manifest.models, [name]: version } };
    case TRIAL: {
      const others = Object.entries(manifest.trials).filter(([model]) => model !== name);
      const ended = version === NO_VERSION;
      return { ...manifest, trials: Object.fromEntries(ended ? others : [...others, [name, version]]) };
    }
    default:
      return { ...manifest, reference: { ...manifest.reference, [name === kind ? kind : `${kind}/${name}`]: version } };
  }
}

/** The record that puts an edition in force for every process. */
export function activationOf(
  manifest: EditionManifest,
  before: EditionManifest,
  decision: Decision,
): ReferenceActivation {
  const [version, replaced] = [editionIdOf(manifest), editionIdOf(before)];
  return { ...record(IN_FORCE, manifest, decision), ...(replaced === version ? {} : { replaces: replaced }) };
}

/** The record that announces an edition: processes load it beside the one in force. */
export function announcementOf(manifest: EditionManifest, decision: Decision): ReferenceActivation {
  return record(PREPARED, manifest, decision);
}

function record(name: string, manifest: EditionManifest, { by, reason, at }: Decision): ReferenceActivation {
  return {
    kind: EDITION,
    name,
    version: editionIdOf(manifest),
    activatedAt: instantOf(at),
    by,
    reason,
    parts: partsOf(manifest),
  };
}
