import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../../../../models/artefact/at-once.ts';
import { ownTexts } from '../../../../models/classification/learn/data/own-texts.ts';
import { searchReferenceTexts } from '../../../../models/classification/learn/data/search-reference-texts.ts';
import { isThinlyHeldOut, splitPart } from '../../../../models/classification/learn/data/split.ts';
import { trainedOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import { openClassificationModel } from '../../../../models/classification/serve/classification-model.ts';
import type { Classified } from '../../../../models/classification/serve/classified.ts';
import { type Classifier, createClassifier } from '../../../../models/classification/serve/classifier.ts';
import { eldScores } from '../../../../models/classification/serve/language/eld-scores.ts';
import { mostAlarms } from '../../../../models/statistics/binomial.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../../services/adapters/model-files/artefact-folder.ts';
import { openSourceFile } from '../../../../services/adapters/reference-files/open-source-file.ts';
import { type OpenTensorFlow, openTensorFlow } from '../../../../services/adapters/tensorflow/open-tensorflow.ts';
import type { ModelInput, RiskModel } from '../../../../services/scoring/ports/risk-model.ts';
import { dataSet, publicPath } from '../../../harness/public-data.ts';

const FOLDER = join(projectRoot(), 'models', 'classification', 'shipped');
const WORDINGS = join(projectRoot(), 'models', 'classification', 'wordings', 'trade-wordings.csv');
const artefact = await readArtefact(FOLDER);
const trained = trainedOf(artefact);

let opened: OpenTensorFlow;
let classify: Classifier;
let model: RiskModel;
beforeAll(async () => {
  opened = await openTensorFlow('tfjs-wasm');
  classify = createClassifier(trained, opened, { languageScores: await eldScores(), wordsUpTo: 1 });
  model = atOnce(openClassificationModel(artefact, opened));
});

const one = (description: string, commodityCode?: string): Classified => classify([{ description, commodityCode }])[0]!;

describe('the shipped classification model', () => {
  it('is at most 30 megabytes', () => {
    const sizes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(FOLDER, name)))
      .filter((file) => file.isFile());
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(30_000_000);
  });

  it.each([
    ['centrifugal pumps for water', '8413'],
    ["men's knitted pullovers of cotton", '6110'],
    ['ball valves, stainless steel', '8481'],
    ['laptop computers', '8471'],
    ['fresh bananas', '0803'],
    ['ladies handbags of leather', '4202'],
    ['car tyres, new', '4011'],
    ['hexagon bolts of steel, M12', '7318'],
    ['frozen shrimps', '0306'],
    ['wooden bedroom furniture', '9403'],
    ['roasted coffee beans', '0901'],
    ['lithium ion batteries', '8507'],
  ])('given %s, then %s is among the likeliest, and declared under it raises no alarm', (description, heading) => {
    const answer = one(description, heading);
    expect(answer.headings.map(({ code }) => code)).toContain(heading);
    expect(answer.mismatch?.pValue ?? 1).toBeGreaterThan(0.01);
  });

  it('given pumps declared as toys, then it is a mismatch whose words are pumps', () => {
    const { mismatch } = one('centrifugal pumps for water', '950300');
    expect(mismatch!.pValue).toBeLessThan(0.02);
    expect(mismatch!.level).toBe('chapter');
    expect(mismatch!.words!.map(({ word }) => word)).toContain('pumps');
    expect(mismatch!.sentence).toMatch(/8413 \(\d+ %\); declared 9503$/);
  });

  it.each([
    '',
    'goods',
    'samples',
    'see invoice',
    '8413.70',
    '1234 5678',
    'asdfgh qwrtz',
    'Sitzgarnituren und Zubehör aus Stahl',
    'сорочки мужские',
    '无缝',
  ])('given "%s", then whatever is declared, it is no mismatch', (description) => {
    const { status, why, mismatch } = one(description, '950300');
    expect(status).not.toBe('ok');
    expect(why).toBeTruthy();
    expect(mismatch).toBeUndefined();
  });

  it.each([
    ['Television receivers', '950300', '8529'],
    ['Centrifugal pump', '848180', '8413'],
    ['Titanium bars', '732690', '8108'],
  ])(
    'given %s declared as %s, then it is beyond what one honest item in thirty has, and %s is named',
    (description, code, heading) => {
      const { mismatch, headings } = one(description, code);
      expect(mismatch!.pValue).toBeLessThan(0.03);
      expect(headings.map((likely) => likely.code)).toContain(heading);
    },
  );

  it.each([
    ['XC7K325T-2FFG900I', '847330', '8542'],
    ['подшипники шариковые 6204', '731815', '8482'],
    ['Kugellager aus Stahl', '731815', '8482'],
    ['Rifle barrels and magazines, pour la chasse', '820790', '9305'],
    ['Phosgen CAS 75-44-5', '380630', '2812'],
  ])('given %s declared as %s, then what it names is read, and speaks for %s', (description, code, heading) => {
    const { status, mismatch, headings } = one(description, code);
    expect([status, headings[0]?.code]).toEqual(['ok', heading]);
    expect(mismatch!.pValue).toBeLessThan(0.1);
  });

  it('given goods in the words of trade, then hardly any is called vague', () => {
    for (const description of [
      'LED light bulbs 12W E27',
      'Plucked chicken',
      'Red wine in bottles',
      'Uninterruptible power supplies, 3 kVA',
      'PET bottles, empty',
    ])
      expect(one(description).status, description).toBe('ok');
  });

  it('given a code that the newer edition split, then declared as either edition has it, it fits alike', () => {
    const scores = ['851712', '851713'].map((code) => one('smartphones', code).mismatch!.score);
    expect(scores[0]).toBeLessThanOrEqual(scores[1]!);
    expect(one('smartphones', '851712').mismatch!.pValue).toBeGreaterThan(0.05);
  });

  it('given a text in no words that it knows, then it says that it could not read it; where it lacks the code, it does not', async () => {
    const input = (description: string, id: string): ModelInput =>
      ({
        goodsItem: {
          sequenceNumber: 1,
          commodity: { description, classifications: id === '' ? [] : [{ id, identificationTypeCode: 'TSP' }] },
        },
      }) as unknown as ModelInput;
    const answers = await model.answer([
      input('无缝', '73041910'),
      input('Rifle barrels and magazines, pour la chasse', '82079099'),
      input('asdf qwer zxcv', '73041910'),
      input('seamless steel tubes', ''),
      input('seamless steel tubes', '73041910'),
    ]);
    expect(answers.map(({ status, unread }) => [status, unread])).toEqual([
      ['unknown', true],
      ['ok', true],
      ['unknown', true],
      ['unknown', undefined],
      ['ok', undefined],
    ]);
  });

  it('given another origin, destination and exporter, then the answer is the same', async () => {
    const input = (origin: string, exporter: string): ModelInput => {
      const goodsItem = {
        sequenceNumber: 1,
        commodity: {
          description: 'plastic toys',
          classifications: [{ id: '8413702090', identificationTypeCode: 'TSP' }],
        },
        origins: [{ countryCode: origin }],
      };
      return {
        goodsItem,
        facts: { event: { goodsItems: [goodsItem], exporter: { name: exporter } } },
        item: { sequenceNumber: 1 },
      } as unknown as ModelInput;
    };
    const [first, second] = await model.answer([input('CN', 'A Ltd'), input('FR', 'B SA')]);
    expect(first).toEqual(second);
    expect(first!.evidence[0]!.field).toBe('description');
  });
});

describe.skipIf(!existsSync(publicPath('descriptions')))(
  'the shipped classification model on held-out search references and wordings (skipped where ../shared/data is absent)',
  () => {
    it('gives no more false alarms than its stated rates allow by chance', async () => {
      const texts = [
        ...searchReferenceTexts(await dataSet('descriptions/search_references.json')),
        ...ownTexts(await openSourceFile(WORDINGS)),
      ];
      // Of whole subheadings nothing was described: the card tells how many more alarms such goods give.
      const heldOut = texts.filter(
        ({ description, code, source }) =>
          splitPart(description, code) === 'random-held-out' && (source !== 'own' || isThinlyHeldOut(description)),
      );
      const answers = classify(heldOut.map(({ description, code }) => ({ description, commodityCode: code })));
      expect(heldOut.length).toBeGreaterThan(380);
      for (const stated of [0.01, 0.05])
        expect(
          answers.filter(({ mismatch }) => (mismatch?.pValue ?? 1) <= stated).length,
          `at ${stated}`,
        ).toBeLessThanOrEqual(mostAlarms(heldOut.length, stated));
    });
  },
);
