import { z } from 'zod';
import { type Artefact, listOf, tableOf } from '../../../artefact/artefact.ts';
import { float32, type Packed } from '../../../artefact/packed.ts';
import { createNetwork, type Network } from '../autoencoder/network.ts';
import { nameOf, shapesOf, type Weight } from '../autoencoder/shape.ts';
import type { Vocabulary } from '../autoencoder/vocabulary.ts';
import { FIELDS, SLOTS } from '../goods/slots.ts';

/** Weights as they are: a smaller form would need the p-values calibrated anew. */
export function packNetwork({ weights, fields }: Network, vocabulary: Vocabulary): Packed {
  return {
    tables: Object.fromEntries([...weights].map(([name, { shape, values }]) => [name, float32(values, shape)])),
    lists: { fields, ...Object.fromEntries(SLOTS.map((slot) => [`vocabulary-${nameOf(slot)}`, vocabulary[slot]])) },
  };
}

export function unpackNetwork(artefact: Artefact): { readonly network: Network; readonly vocabulary: Vocabulary } {
  const fields = z.array(z.enum(FIELDS as [(typeof FIELDS)[number]])).parse(listOf(artefact, 'fields'));
  const vocabulary = Object.fromEntries(
    SLOTS.map((slot) => [slot, listOf(artefact, `vocabulary-${nameOf(slot)}`)]),
  ) as unknown as Vocabulary;
  const weights = new Map(
    shapesOf(vocabulary, fields).map(([name, rows, columns]): [string, Weight] => [
      name,
      { shape: [rows, columns], values: tableOf(artefact, name, 'float32').values },
    ]),
  );
  return { network: createNetwork(fields, weights), vocabulary };
}
