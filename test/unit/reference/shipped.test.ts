import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  loadShippedReference,
  readShippedSnapshots,
} from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { KindContent, KindName } from '../../../services/reference/kinds/kinds.ts';
import { readRate } from '../../../services/reference/kinds/tariff/rate-notation.ts';
import { firstRowProblem } from '../../../services/reference/snapshot/check-snapshot.ts';
import { commodityCode, country, day } from '../../harness/checked.ts';

const DAY = day('2026-11-22');
const set = readShippedSnapshots();
const content = <K extends KindName>(kind: K): KindContent[K] =>
  set.find(({ snapshot }) => snapshot.kind === kind)!.snapshot.content as KindContent[K];
const reference = loadShippedReference({ country: 'US', currency: 'USD' });
const subheadings = new Set(
  content('nomenclature').editions.flatMap((edition) =>
    Object.entries(edition.subheadings).flatMap(([chapter, rest]) => rest.split(' ').map((digits) => chapter + digits)),
  ),
);

describe('the shipped reference set', () => {
  test('given all files, then every kind but export codes is there, with its source, and every row can be looked up in', () => {
    expect(set.map(({ snapshot }) => snapshot.kind).sort()).toEqual([
      'business-lines',
      'controls',
      'document-types',
      'embargoes',
      'exchange-rates',
      'geography',
      'high-priority',
      'nomenclature',
      'origin-duties',
      'tariff',
      'usual-ratios',
    ]);
    for (const { snapshot } of set)
      expect([snapshot.kind, snapshot.provenance.source !== '', firstRowProblem(snapshot)]).toEqual([
        snapshot.kind,
        true,
        undefined,
      ]);
  });

  test('given a load on a warm machine, then it takes less than 150 ms of processor time: commands that answer at once can afford it', () => {
    const milliseconds = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      loadShippedReference({ country: 'GB', currency: 'GBP' });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(150);
  });

  test('given both editions of the nomenclature, then they are complete and each move leads to codes of the other', () => {
    expect(
      content('nomenclature').editions.map(({ subheadings: chapters }) =>
        Object.values(chapters).reduce((sum, rest) => sum + rest.split(' ').length, 0),
      ),
    ).toEqual([5386, 5612]);
    for (const [code, moved] of Object.entries(content('nomenclature').moves))
      for (const other of moved.split(' '))
        expect([subheadings.has(code), subheadings.has(other)]).toEqual([true, true]);
  });

  test('given every tariff line, then its rate is understood or kept as text, and its heading is covered', () => {
    const { lines, headings } = content('tariff');
    for (const [code, rate] of lines)
      expect([readRate(rate) !== undefined, headings.includes(code.slice(0, 4))]).toEqual([true, true]);
    expect(lines.filter(([, rate]) => rate.startsWith('other: ')).length / lines.length).toBeLessThan(0.03);
  });

  test('given every control, then its prefixes exist, its documents are known, and those that answer it share its subject or say why not', () => {
    const types = content('document-types').types;
    for (const { id, prefixes, documentCodes, waiverCodes } of content('controls').measures) {
      for (const prefix of prefixes)
        expect([id, prefix, [...subheadings].some((code) => code.startsWith(prefix))]).toEqual([id, prefix, true]);
      for (const code of [...documentCodes, ...waiverCodes])
        expect([id, code, code in types || ['XX', 'XW'].includes(code)]).toEqual([id, code, true]);
    }
  });

  test('given a control that is always meant, then a licence, permit, certificate or notice answers it', () => {
    for (const { id, certainty, documentCodes } of content('controls').measures)
      if (certainty === 'always') expect([id, documentCodes.length > 0]).toEqual([id, true]);
  });

  test('given the documents that matter most, then licences are told from invoices, certificates and statements', () => {
    const codes = ['X002', 'E020', 'X035', 'C400', 'L001', '9104', 'N853', 'N935', 'C505', 'Y901', '1DAN'];
    const kinds = Object.fromEntries(codes.map((code) => [code, content('document-types').types[code]?.kind]));
    expect(kinds).toEqual({
      X002: 'licence',
      E020: 'licence',
      X035: 'licence',
      C400: 'permit',
      L001: 'licence',
      '9104': 'licence',
      N853: 'certificate',
      N935: 'other',
      C505: 'other',
      Y901: 'other',
      '1DAN': 'other',
    });
  });

  test('given the countries of the world, then each has a region and a place on earth', () => {
    const countries = content('geography').countries.filter(([code]) => !/^[QX]|^EU$/.test(code) && code !== 'QA');
    expect(countries.length).toBeGreaterThanOrEqual(248);
    for (const [code, name, region, latitude, longitude] of countries) {
      expect([code, name !== '', region !== '', Math.abs(latitude!) <= 90, Math.abs(longitude!) <= 180]).toEqual([
        code,
        true,
        true,
        true,
        true,
      ]);
    }
    for (const hub of Object.keys(content('geography').hubs))
      expect(reference.country(country(hub))).toMatchObject({
        state: 'found',
        value: { hub: { basis: expect.any(String) as string } },
      });
  });

  test('given the high-priority list, then 50 codes of HS 2022', () => {
    const codes = content('high-priority').codes.map(([code]) => code);
    expect(codes).toHaveLength(50);
    for (const code of codes) expect(reference.subheading(commodityCode(code), DAY)).toMatchObject({ state: 'found' });
  });

  test("given the major currencies, then there is a rate for the pound, the euro and the dollar at any month's end since 2019", () => {
    for (const currency of ['GBP', 'USD', 'EUR']) {
      for (const text of ['2019-01-31', '2020-06-15', '2024-02-29', '2026-10-30', DAY])
        expect(
          loadShippedReference({ country: 'GB', currency: 'GBP' }).exchangeRate(currency, day(text)),
        ).toMatchObject({
          state: 'found',
        });
    }
  });

  test('given usual values, then they come from statistics that say so, of headings and subheadings, and lie within reason', () => {
    const { rows, sources, minimumCount } = content('usual-ratios');
    for (const [code, unit, medianLog, madLog, count, source, lowLog, highLog] of rows)
      expect([
        code,
        [4, 6].includes(code.length),
        /^USD\/(KGM|NAR|NPR|MTQ)$/.test(unit),
        source! in sources!,
        Math.abs(medianLog) < 15 && madLog > 0 && madLog < 6,
        highLog! - lowLog! > 0.2 && highLog! - lowLog! < 12,
        count >= minimumCount,
      ]).toEqual([code, true, true, true, true, true, true]);
  });

  test('given clothes, shoes and steel goods of which averages of today are known, then the usual values reach them', () => {
    const middle = (code: string): number => {
      const known = reference.usual(commodityCode(code), DAY);
      const ratio = known.state === 'found' ? known.value.unitValue : known;
      return ratio.state === 'found' ? Math.exp(ratio.value.medianLog) : Number.NaN;
    };
    expect(middle('620462')).toBeGreaterThan(12);
    expect(middle('620462')).toBeLessThan(35);
    expect(middle('732620')).toBeCloseTo(3.98, 1);
    expect(middle('271019')).toBeNaN();
  });
});

describe('a folder of reference files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidewaiter-reference-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('given a file that is broken, then it is named', () => {
    writeFileSync(join(folder, 'controls.json'), '{"schema": 1,');
    expect(() => readShippedSnapshots(folder)).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_MALFORMED', location: { file: 'controls.json' } }) as Error,
    );
  });
});
