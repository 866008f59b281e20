import { openReadingModels, type ReadingModels } from '../../../app/index.ts';
import { FaultlineError } from '../../../kernel/index.ts';

/**
 * The models that read questions beside passages and rows, which give the reading of texts that they have seen before without making it
 * again. Passages go one by one, as the models read them.
 */
export function rememberingModels(): ReadingModels {
  const { crossEncoder, rowQuestions } = openReadingModels();
  const answers = remembering((question: string, passage: string, signal) => only(crossEncoder.answers(question, [passage], signal)));
  const judge = remembering((claim: string, text: string, signal) => only(crossEncoder.judge(claim, [text], signal)));
  return {
    crossEncoder: {
      model: crossEncoder.model,
      answers: (question, passages, signal) => oneByOne(passages, (passage) => answers(question, passage, signal)),
      judge: (claim, texts, signal) => oneByOne(texts, (text) => judge(claim, text, signal)),
    },
    rowQuestions: { read: remembering((question, columns, signal) => rowQuestions.read(question, columns, signal)) },
  };
}

type Read<One, Other, Reading> = (one: One, other: Other, signal: AbortSignal) => Promise<Reading>;

/** A reading that failed, or whose caller has gone, is made anew. */
function remembering<One, Other, Reading>(read: Read<One, Other, Reading>): Read<One, Other, Reading> {
  const remembered = new Map<string, Promise<Reading>>();
  return async (one, other, signal) => {
    const key = JSON.stringify([one, other]);
    const known = remembered.get(key);
    if (known !== undefined) {
      const reading = await known.catch(() => undefined);
      if (reading !== undefined) return reading;
    }
    const made = read(one, other, signal);
    remembered.set(key, made);
    return made.catch((error: unknown) => {
      remembered.delete(key);
      throw error;
    });
  };
}

async function oneByOne<One, Reading>(texts: readonly One[], read: (text: One) => Promise<Reading>): Promise<readonly Reading[]> {
  const made: Reading[] = [];
  for (const text of texts) made.push(await read(text));
  return made;
}

async function only<Reading>(read: Promise<readonly Reading[]>): Promise<Reading> {
  const [reading] = await read;
  if (reading === undefined) throw new FaultlineError('internal', 'One text has one reading.');
  return reading;
}
