/** Entry of a reading process that says of each chunk which process made it. */
import { answerParent } from './answer-parent.ts';
import type { Progress } from './messages.ts';

async function* refine(progress: AsyncGenerator<Progress>): AsyncGenerator<Progress> {
  for await (const step of progress) yield step.kind === 'chunk' ? { ...step, refined: process.pid } : step;
}

answerParent({ refine, embed: async ({ texts }) => texts.map((text) => Float32Array.of(text.length, process.pid)) });
