import { readdirSync } from 'node:fs';
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
    const files = readdirSync(join(FOLDER, 'wordings')).filter((name) => name.endsWith('.csv'));
    const read = await Promise.all(
      files.map(async (name) => ownTexts(await openSourceFile(join(FOLDER, 'wordings', name)))),
    );
    const texts = read.flat();
    const known = new Set(trainedOf(await readArtefact(join(FOLDER, 'shipped'))).subheadings);
    expect(texts.length).toBeGreaterThan(25_000);
    expect(texts.filter(({ code }) => !known.has(code))).toEqual([]);
    const words = texts.map(({ description }) => description.toLowerCase());
    const once = new Set<string>();
    expect(words.filter((text) => once.has(text) || !once.add(text))).toEqual([]);
  });
});
