import { type Label, type SchemeName, SCHEMES, type Strength, STRENGTHS } from '../../../services/generator/label.ts';
import { asksForAPerson } from '../../../services/risk/lanes/lane.ts';
import type { Answer } from './outcome-of-demo.ts';

/** Of how many declarations how many were put before a person. */
export interface Caught {
  readonly referred: number;
  /** Not referred, but in lane blue at some version: checked after release. */
  readonly afterwards: number;
  readonly of: number;
}

export interface SchemeRow {
  readonly scheme: SchemeName;
  readonly byStrength: Readonly<Record<Strength, Caught>>;
  readonly redHerrings: Caught;
}

export interface Detection {
  readonly schemes: readonly SchemeRow[];
  readonly allSchemes: Caught;
  readonly allRedHerrings: Caught;
  readonly ordinary: Caught;
}

/** Compares what was referred (lane red, query or yellow, at any version) with the truth. Hand-written declarations are left out: nobody hid anything in them. */
export function compareWithTruth(labels: ReadonlyMap<string, Label>, answers: readonly Answer[]): Detection {
  const referred = new Set(answers.filter(isReferred).map(({ declarationId }) => declarationId));
  const blue = new Set(answers.filter(({ lane }) => lane === 'blue').map(({ declarationId }) => declarationId));
  const caught = (is: (label: Label) => boolean): Caught => {
    const ids = [...labels].filter(([, label]) => is(label)).map(([id]) => id);
    return {
      referred: ids.filter((id) => referred.has(id)).length,
      afterwards: ids.filter((id) => blue.has(id) && !referred.has(id)).length,
      of: ids.length,
    };
  };
  return {
    schemes: SCHEMES.map((scheme) => schemeRow(scheme, caught)),
    allSchemes: caught((label) => label.kind === 'scheme'),
    allRedHerrings: caught((label) => label.kind === 'redHerring'),
    ordinary: caught((label) => label.kind === 'ordinary'),
  };
}

function schemeRow(scheme: SchemeName, caught: (is: (label: Label) => boolean) => Caught): SchemeRow {
  const of = (strength: Strength): Caught =>
    caught((label) => label.kind === 'scheme' && label.scheme === scheme && label.strength === strength);
  const [faint, plain, blatant] = STRENGTHS;
  return {
    scheme,
    byStrength: { faint: of(faint), plain: of(plain), blatant: of(blatant) },
    redHerrings: caught((label) => label.kind === 'redHerring' && label.scheme === scheme),
  };
}

const isReferred = ({ lane }: Answer): boolean => lane !== undefined && asksForAPerson(lane);
