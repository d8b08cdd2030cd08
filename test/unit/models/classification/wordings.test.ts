import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownTexts } from '../../../../models/classification/learn/data/own-texts.ts';
import { trainedOf } from '../../../../models/classification/serve/artefact/classification-artefact.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { readArtefact } from '../../../../services/adapters/model-files/artefact-folder.ts';
import { openSourceFile } from '../../../../services/adapters/reference-files/open-source-file.ts';

const FOLDER = join(projectRoot(), 'models', 'classification');

describe('the trade wordings that the project brings along', () => {
  test('each has a subheading of HS 2022, and none stands under two', async () => {
    const texts = ownTexts(await openSourceFile(join(FOLDER, 'wordings', 'trade-wordings.csv')));
    const known = new Set(trainedOf(await readArtefact(join(FOLDER, 'shipped'))).subheadings);
    expect(texts.length).toBeGreaterThan(3500);
    expect(texts.filter(({ code }) => !known.has(code))).toEqual([]);
    const words = texts.map(({ description }) => description.toLowerCase());
    expect(words.filter((text, index) => words.indexOf(text) !== index)).toEqual([]);
  });
});
