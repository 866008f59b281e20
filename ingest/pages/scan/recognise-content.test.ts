import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../kernel/index.ts';
import { siteGrammar } from '../../../ontology/index.ts';
import type { PageContent } from '../../layout/glyph.ts';
import { knownTexts } from '../../ocr/known-texts.test-support.ts';
import { DEFAULT_READ_LIMITS } from '../../parser/document-parser.ts';
import type { PageRaster, PageSource } from './page-source.ts';
import { recogniseContent } from './recognise-content.ts';

const EMPTY: PageContent = {
  ...{ page: 1, width: 595, height: 842, glyphs: [], level: [], upright: [], fills: [], marks: [], signs: [] },
  ...{ imageShare: 1, leftOut: [], unmapped: 0 },
};
const PAPER: PageRaster = { raster: { width: 595, height: 842, pixels: new Uint8Array(595 * 842).fill(255) }, dpi: 72 };

/** Tells what was done, in its order. */
async function recognise(drawn: 'unreadable' | PageRaster): Promise<readonly string[]> {
  const done: string[] = [];
  const draw = async () => {
    done.push('drawn');
    return drawn === 'unreadable' ? failed(drawn) : ok(drawn);
  };
  const source: Pick<PageSource, 'rasterOf' | 'sheetRasterOf'> = { rasterOf: draw, sheetRasterOf: draw };
  const recogniser = knownTexts(() => []);
  const onRecognising = () => void done.push('given time');
  await recogniseContent(source, EMPTY, { recogniser, grammar: siteGrammar([]), limits: DEFAULT_READ_LIMITS, onRecognising });
  return done;
}

describe('recognising a page', () => {
  it('is given its time once the page could be drawn, so that a picture that unpacks without an end gets none', async () => {
    expect((await recognise(PAPER)).slice(0, 2)).toEqual(['drawn', 'given time']);
    expect(await recognise('unreadable')).toEqual(['drawn']);
  });
});
