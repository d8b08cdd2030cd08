import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { InputSource } from '../../../adapters/input/source/input-entry.ts';
import { eventIdOf } from '../../../risk/identity/derived-ids.ts';

/** One line of a file of descriptions, as `tidewaiter classify` reads it. */
interface Described {
  readonly id?: string | number;
  readonly description: string;
  readonly commodityCode?: string;
}

/** A source whose JSON lines may be bare descriptions: each becomes a declaration of one item; everything else passes as it is. */
export async function asDeclarations({ file, bytes }: InputSource): Promise<InputSource> {
  const content = await buffer(bytes);
  const lines = content.subarray(0, 1).toString() === '{' ? content.toString('utf8').split('\n') : [];
  const described = lines.map(descriptionIn);
  const written = described.some((one) => one !== undefined)
    ? Buffer.from(
        lines.map((line, at) => (described[at] ? JSON.stringify(declarationOf(described[at], at)) : line)).join('\n'),
      )
    : content;
  return { file, bytes: Readable.from([written]) };
}

/** Undefined for a line that is no bare description; whoever reads the line says what is wrong with it. */
function descriptionIn(line: string): Described | undefined {
  try {
    const value = JSON.parse(line) as Partial<Described> | null;
    return typeof value?.description === 'string' ? (value as Described) : undefined;
  } catch {
    return undefined;
  }
}

function declarationOf({ id, description, commodityCode }: Described, at: number): object {
  const classifications = commodityCode === undefined ? [] : [{ identificationTypeCode: 'TSP', id: commodityCode }];
  const declarationId = `line ${at + 1}${id === undefined ? '' : `: ${id}`}`;
  // With an id of its own the event keeps the declaration's as it is written here.
  const eventId = eventIdOf({ declarationId, eventType: 'lodged', version: 1 });
  return { eventId, declarationId, goodsItems: [{ sequenceNumber: 1, commodity: { description, classifications } }] };
}
