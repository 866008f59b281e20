import { z } from 'zod';
import { type Embedder, FaultlineError, fold } from '../kernel/index.ts';
import { readDataFile } from './read-data-file.ts';
import { makeSegmenter } from './segment-text.ts';
import { readSevFile } from './sev-file.ts';
import { toUnitLength } from './unit-length.ts';

const NAME = 'static-zh-en-v1';
const DIMENSION = 192;
/** Texts embedded between two looks at the signal. */
const CHUNK = 64;

const CENTRE = z.object({ model: z.literal(NAME), centre: z.array(z.number()).length(DIMENSION) });

/**
 * The static Chinese and English embedding that comes with Faultline: a text's vector is the unit-length mean of its words'
 * vectors, after folding (so traditional characters, full width and case do not matter). It is a bag of words: word order,
 * negation and numbers hardly count, so it serves recall and never the gate. 11.8 MB, read when the first text is embedded;
 * about 0.005 ms a question. Vectors follow the reference inference that came with the data file.
 * @throws FaultlineError `storage-failed` at first use when the data files are missing or damaged.
 */
export function openStaticEmbedder(): Embedder {
  let loaded: ((text: string) => Float32Array) | undefined;
  let centre: Float32Array | undefined;
  return {
    model: NAME,
    dimension: DIMENSION,
    get centre() {
      centre ??= Float32Array.from(CENTRE.parse(JSON.parse(new TextDecoder().decode(readDataFile(`${NAME}.centre.json`)))).centre);
      return centre;
    },
    async embed(texts, signal) {
      loaded ??= makeVectoriser(readDataFile(`${NAME}.sev`));
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        if (vectors.length % CHUNK === 0) signal.throwIfAborted();
        vectors.push(loaded(text));
      }
      return vectors;
    },
  };
}

function makeVectoriser(bytes: Uint8Array): (text: string) => Float32Array {
  const model = readSevFile(bytes);
  if (model.dimension !== DIMENSION) throw new FaultlineError('storage-failed', 'The embedding file is of another version of Faultline.');
  const segment = makeSegmenter(model);
  return (text) => {
    const vector = new Float32Array(DIMENSION);
    for (const row of segment(fold(text))) {
      const scale = model.scale[row] ?? 0;
      const offset = row * DIMENSION;
      for (let index = 0; index < DIMENSION; index++) vector[index] = (vector[index] ?? 0) + scale * (model.rows[offset + index] ?? 0);
    }
    return toUnitLength(vector);
  };
}
