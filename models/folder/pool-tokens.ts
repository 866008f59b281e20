import { assertNever } from '../../kernel/index.ts';
import type { Pooling } from './model-folder.ts';
import type { ModelOutput } from './onnx-model.ts';

/** One row of numbers for a text from those of its tokens. A text goes alone into the model, so that each row is a token of its own. */
export function poolTokens({ numbers, width, isPooled }: ModelOutput, pooling: Pooling): Float32Array {
  if (isPooled) return numbers.slice(0, width);
  switch (pooling) {
    case 'first':
      return numbers.slice(0, width);
    case 'mean': {
      const tokens = numbers.length / width;
      const sums = new Float64Array(width);
      for (const [at, value] of numbers.entries()) sums[at % width] = (sums[at % width] ?? 0) + value;
      return Float32Array.from(sums, (sum) => sum / tokens);
    }
    default:
      return assertNever(pooling);
  }
}
