import { makeContent, manualSource } from './content/manual-source.ts';
import type { ManualSource } from './manual/lay-out-manual.ts';
import { writeBinder } from './manual/write-pdf.ts';
import { makePlant } from './plant.ts';
import { createRandom } from './random.ts';

/**
 * Writes one PDF of exactly `pages` pages: the manuals of invented plants one behind the other, English and Chinese in turn.
 * Everything depends on the seed alone.
 */
export async function generateBinder({ seed, pages, path }: { seed: number; pages: number; path: string }): Promise<void> {
  await writeBinder(path, manualsFrom(seed), pages);
}

function* manualsFrom(first: number): Generator<ManualSource, never> {
  for (let seed = first; ; seed++) {
    const random = createRandom(seed);
    const plant = makePlant(seed, random);
    const content = makeContent(plant, random);
    yield manualSource(plant, content, 'en');
    yield manualSource(plant, content, 'zh');
  }
}
