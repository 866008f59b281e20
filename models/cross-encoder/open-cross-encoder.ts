import type { ClaimReading, CrossEncoder } from '../../kernel/index.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openPieceModel, type PieceModel } from '../onnx/open-piece-model.ts';
import { ownModel } from '../onnx/own-model.ts';
import { type PairKind, pairTokens } from './pair-tokens.ts';

const NAME = 'reading-zh-en-v2';
/** Characters of a text that are split at most, a multiple of what the model takes in. */
const LONGEST = 12_000;

/**
 * The cross-encoder that comes with Faultline, for Chinese and English: twelve layers of multilingual-e5-small with a vocabulary cut
 * to both languages, taught on texts, questions and claims of our own (`datasets/reading`). 44 MB with its tokenizer, read when the
 * first text is judged; some 15 ms a hundred tokens on one core. Each pair goes through the model alone, since quantised models scale
 * by all that is in a batch: so a reading is a function of its two texts.
 */
export function openCrossEncoder(load: LoadPackage = importPackage): CrossEncoder {
  const own = ownModel(NAME);
  let opening: Promise<PieceModel> | undefined;

  async function read(kind: PairKind, first: string, texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[][]> {
    signal.throwIfAborted();
    opening ??= openPieceModel(own, load);
    const { tokenise, session } = await opening;
    const output = kind === 'question' ? 'answers' : 'claims';
    const read: Float32Array[][] = [];
    for (const text of texts) {
      const windows: Float32Array[] = [];
      for (const tokens of pairTokens(tokenise, kind, first.slice(0, LONGEST), text.slice(0, LONGEST))) {
        signal.throwIfAborted();
        const { [output]: made } = await session.run({ input_ids: tokens }, [output]);
        if (made === undefined) throw own.damaged(undefined);
        windows.push(made.data);
      }
      read.push(windows);
    }
    return read;
  }

  return {
    model: NAME,
    async answers(question, passages, signal) {
      return (await read('question', question, passages, signal)).map(([only]) => only?.[0] ?? 0);
    },
    async judge(claim, texts, signal) {
      return (await read('claim', claim, texts, signal)).map((windows) => bestOf(windows.map(chancesOf)));
    },
  };
}

function chancesOf(logits: Float32Array): ClaimReading {
  const most = Math.max(...logits);
  const [supported = 0, contradicted = 0, open = 0] = [...logits].map((one) => Math.exp(one - most));
  const sum = supported + contradicted + open;
  return { supported: supported / sum, contradicted: contradicted / sum, open: open / sum };
}

function bestOf(readings: readonly ClaimReading[]): ClaimReading {
  return readings.reduce(
    (best, one) => (one.supported > best.supported ? one : best),
    readings[0] ?? { supported: 0, contradicted: 0, open: 1 },
  );
}
