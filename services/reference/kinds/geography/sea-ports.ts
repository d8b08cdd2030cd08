import { malformedRow, type SourceFile } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';

export interface Ports {
  readonly piece: 'ports';
  readonly ports: readonly Port[];
}

export interface Port {
  readonly locode: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

interface PortEntry {
  readonly coordinates?: readonly number[];
}

/** Sea ports by UN/LOCODE with coordinates, as published by marchah/sea-ports: where a country's trade goes in and out. */
export const seaPorts: Format<Ports> = {
  id: 'sea-ports',
  description: 'sea ports, JSON (an object by UN/LOCODE, each with coordinates [longitude, latitude])',
  source: 'UN/LOCODE sea ports, as published by marchah/sea-ports',
  licence: 'MIT',
  recognises: (file) =>
    file.body.kind === 'text' && /^\s*\{\s*"[A-Z]{2}[A-Z0-9]{3}"\s*:\s*\{/.test(file.body.text.slice(0, 200)),
  read(file) {
    const entries = Object.entries(parse(file));
    const ports = entries.flatMap(([locode, { coordinates }]) => {
      const [longitude, latitude] = coordinates ?? [];
      if (longitude === undefined || latitude === undefined) return [];
      if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
        throw malformedRow(file, undefined, locode, `[${longitude}, ${latitude}] is no place on earth`);
      return [{ locode, country: locode.slice(0, 2), latitude, longitude }];
    });
    return { piece: { piece: 'ports', ports }, rows: entries.length };
  },
};

function parse(file: SourceFile): Record<string, PortEntry> {
  try {
    return JSON.parse(file.body.kind === 'text' ? file.body.text : '') as Record<string, PortEntry>;
  } catch (cause) {
    throw malformedRow(file, undefined, undefined, `no well-formed JSON: ${(cause as Error).message}`);
  }
}
