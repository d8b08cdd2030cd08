import type { Mrn } from '../risk/declaration/mrn.ts';
import { declarationIdOf } from '../risk/identity/declaration-id.ts';
import type { BufferedMessage, DeclarationSummary, Named } from './buffered-message.ts';
import { groupBy } from './group-by.ts';
import { agree, fold } from './identifier.ts';
import { type Lodgement, LodgementsByLrn } from './lodgements-by-lrn.ts';
import type { MrnLinks } from './mrn-links.ts';

/** A declaration that is lodged in the batch: all messages of one group are about it. */
export interface LodgedDeclaration {
  readonly group: string;
  readonly declarationId: string | undefined;
  readonly mrn: Mrn | undefined;
  readonly declarant: string | undefined;
  readonly lrn: string | undefined;
}

/** Which lodged declaration a later message is about: one, none of the batch, or none that it can be, and why. */
export type Match =
  | { readonly kind: 'one'; readonly declaration: LodgedDeclaration }
  | { readonly kind: 'none' }
  | { readonly kind: 'contradiction'; readonly reason: string };

const NONE: Match = { kind: 'none' };
const OTHER_DECLARANT: Match = {
  kind: 'contradiction',
  reason: 'kept apart, as it names another declarant than the lodgement that it is about',
};
const SEVERAL: Match = { kind: 'contradiction', reason: 'kept apart, as several lodgements may be meant' };

/** The lodgements of a batch as declarations, and what may join them. */
export class LodgedDeclarations {
  readonly #declarations: ReadonlyMap<BufferedMessage, LodgedDeclaration>;
  readonly #byMrn: ReadonlyMap<Mrn | undefined, readonly LodgedDeclaration[]>;
  readonly #byLrn: LodgementsByLrn;
  readonly #isOverridden: boolean;

  /** @param override the id of every declaration, as a person says: then whatever can be of a lodgement is */
  constructor(lodgements: readonly Lodgement[], links: MrnLinks, override: string | undefined) {
    this.#declarations = new Map(
      lodgements.map((one) => [one.message, declarationOf(one.summary, links.mrnOf(one.message), override)]),
    );
    this.#byMrn = groupBy([...this.#declarations.values()], ({ mrn }) => mrn);
    this.#byLrn = new LodgementsByLrn(lodgements);
    this.#isOverridden = override !== undefined;
  }

  /** Of a lodgement. */
  of(lodgement: BufferedMessage): LodgedDeclaration | undefined {
    return this.#declarations.get(lodgement);
  }

  /** Of an amendment, replacement or cancellation: by MRN, and by declarant where both state one; without MRN by declarant and LRN, both stated. */
  forRequest(request: DeclarationSummary): Match {
    if (this.#isOverridden) return matchAmong([...this.#declarations.values()], request);
    if (request.mrn !== undefined) return matchAmong(this.#byMrn.get(request.mrn) ?? [], request);
    const { declarant, lrn } = request;
    if (declarant === undefined || lrn === undefined) return NONE;
    return matchAmong(
      this.#declarationsOf(this.#byLrn.of(lrn)).filter(
        (one) => one.declarant !== undefined && agree(one.declarant, declarant),
      ),
      request,
    );
  }

  /** Of a notification: by MRN, and by declarant where both state one; without MRN by the LRN that one lodgement has. */
  forNotification(folder: string, named: Named): Match {
    if (this.#isOverridden) return matchAmong([...this.#declarations.values()], named);
    if (named.mrn !== undefined) return matchAmong(this.#byMrn.get(named.mrn) ?? [], named);
    return matchAmong(this.#declarationsOf(this.#byLrn.meantBy(folder, named)), named);
  }

  #declarationsOf(lodgements: readonly Lodgement[]): readonly LodgedDeclaration[] {
    return lodgements.flatMap(({ message }) => this.#declarations.get(message) ?? []);
  }
}

function matchAmong(candidates: readonly LodgedDeclaration[], { declarant }: Named): Match {
  const possible = candidates.filter((one) => agree(one.declarant, declarant));
  const [declaration, ...others] = possible;
  if (declaration === undefined) return candidates.length === 0 ? NONE : OTHER_DECLARANT;
  return others.every((one) => one.group === declaration.group) ? { kind: 'one', declaration } : SEVERAL;
}

function declarationOf(
  { declarant, filer, lrn }: DeclarationSummary,
  mrn: Mrn | undefined,
  override: string | undefined,
): LodgedDeclaration {
  const declarationId = override ?? declarationIdOf({ mrn, declarant: declarant ?? filer, lrn });
  const group = JSON.stringify([mrn ?? '', fold(declarant ?? filer ?? ''), fold(lrn ?? '')]);
  return { group, declarationId, mrn, declarant, lrn };
}
