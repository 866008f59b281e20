import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { toUnitLength } from '../unit-length.ts';

const ANSWER = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()) })),
});

/**
 * The vectors of an endpoint's answer at unit length, in the order in which the texts were sent.
 * @throws FaultlineError `invalid-configuration` when there is not one vector of `dimension` numbers for each text.
 */
export function readEmbeddings(answer: unknown, count: number, dimension: number): readonly Float32Array[] {
  const parsed = ANSWER.safeParse(answer);
  if (!parsed.success) throw foreign('its answer holds no list of embeddings');
  const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  if (byIndex.size !== count || parsed.data.data.length !== count) {
    throw foreign(`it gave ${parsed.data.data.length} embeddings for ${count} texts`);
  }
  return Array.from({ length: count }, (_, index) => {
    const numbers = byIndex.get(index);
    if (numbers === undefined) throw foreign(`text ${index} has no embedding`);
    if (numbers.length !== dimension) {
      throw foreign(`its vectors have ${numbers.length} numbers; set FAULTLINE_EMBEDDING_DIMENSION, which is ${dimension}, to that`);
    }
    return toUnitLength(Float32Array.from(numbers));
  });
}

function foreign(what: string): FaultlineError {
  return new FaultlineError('invalid-configuration', `The embedding endpoint does not fit its settings: ${what}.`);
}
