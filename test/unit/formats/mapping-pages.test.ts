import { expect, test } from 'vitest';
import { AES_DECLARATION, AES_NOTICE } from '../../../services/adapters/aes/aes-dialect.ts';
import { ASYCUDA_DECLARATION } from '../../../services/adapters/asycuda/asycuda-dialect.ts';
import { DMS_ROWS } from '../../../services/adapters/dms/dms-rows.ts';
import { NCTS_DECLARATION, NCTS_NOTICE } from '../../../services/adapters/ncts/ncts-dialect.ts';
import { mappingPage } from './mapping-page.ts';

const CONTAINERS = 'Afterwards a container stands at each of the items that it names (`ItemInContainer`).';
const ASYCUDA = [
  'Afterwards (`complete-declaration.ts`) items are numbered by their place and containers stand at their items; national amounts are in the currency of the country that declares (of destination for imports, of export for exports),',
  "or in XXX where it is not known; days are month first, as the system writes them, unless a day of the message shows that this one is day first; the trader's words are the description, and the tariff's text (`TariffText`) a statement beside",
  'them, or the description where there are no others; the licence (`Licence`) is a document N811 of an export and N911 of an import; totals and codes that are stated twice (`TotalWeight`, `TotalInvoice`, `AttachedCodes`) are one, or kept where they differ.',
  'A registered declaration is known by office, year, serial letter and number together.',
].join(' ');
const DMS = [
  "One table for both; what only one of them has is not in the other's messages. Afterwards (`complete-declaration.ts`) the digits of the Harmonized System and of the Combined Nomenclature are one tariff code of eight digits (TSP), TARIC's two digits",
  "a classification beside it; containers stand at their items; masses without unit are in kilograms, an item's price without currency is in the invoice's, statistical and customs values, duties and taxes in the country's (DKK, EUR); what is said",
  'twice (office of declaration and of export, country of dispatch and of export) stands once, or is told where it differs. A correction or supplement, whose type code is that of a request, has the type that its procedure category says (Denmark: A to C',
  'leave, G to I enter), a Dutch message without type that of its name (4xx enters, 5xx leaves). A Danish correction (function 4, 5, 13, 14 or 34) and a Dutch CC413 or CC513 that state goods are the declaration anew; without goods, with pointers or as an',
  '`AdditionalMessage` they are known in part only. Function 1 or type INV, CC414 and CC514 ask to cancel.',
].join(' ');
const PAGES = [
  [
    'aes/mapping.md',
    "CC515C and CC513C: export declarations of the EU's AES",
    `${CONTAINERS} Amounts without currency are in the internal currency unit where one is named, else in that of the country of the office of export.`,
    AES_DECLARATION,
  ],
  [
    'aes/mapping-notices.md',
    "CC514C and answers of the authority: the EU's AES",
    'CC514C asks to invalidate; CC509C decides on it; CC599C says that goods left. Other answers link reference and MRN only.',
    AES_NOTICE,
  ],
  [
    'ncts/mapping.md',
    'CC015C and CC013C: transit declarations of NCTS, phases 5 and 6',
    `${CONTAINERS} Goods are under export, and judged so, where all have previous document N830; otherwise the direction is unknown.`,
    NCTS_DECLARATION,
  ],
  [
    'ncts/mapping-notices.md',
    'CC014C and answers of the authority: NCTS',
    'CC014C asks to invalidate; CC009C decides on it. Other answers link reference and MRN only.',
    NCTS_NOTICE,
  ],
  ['dms/mapping.md', 'The Danish and the Dutch DMS form of the WCO Data Model', DMS, { rows: DMS_ROWS }],
  [
    'asycuda/mapping-import.md',
    'ASYCUDA World: the Single Administrative Document of imports',
    ASYCUDA,
    ASYCUDA_DECLARATION.import,
  ],
  [
    'asycuda/mapping-export.md',
    'ASYCUDA World: the Single Administrative Document of exports',
    ASYCUDA,
    ASYCUDA_DECLARATION.export,
  ],
] as const;

test.each(PAGES)('%s says what the reader does', async (file, title, introduction, { rows }) => {
  await expect(mappingPage(title, introduction, rows)).toMatchFileSnapshot(`../../../services/adapters/${file}`);
});
