import type { z } from 'zod';
import { chainSpans, LABELLED_CHAIN } from '../learning/labelled-chain.ts';
import { BEGIN, END } from '../onnx/around-texts.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openPieceModel, type PieceModel } from '../onnx/open-piece-model.ts';
import { ownModel } from '../onnx/own-model.ts';
import type { FoundSpan } from '../tagger/tag-words.ts';
import { plainText, sentenceUnits, unitInputs } from './sentence-units.ts';
import { splitEntry } from './split-entry.ts';

const NAME = 'log-tagger-zh-v1';
/** Tokens of a stretch that is read at once. */
const LONGEST = 500;

/** Finds what entries of Chinese logs speak of, Latin words and codes among them. */
export interface LogTagger {
  /**
   * Physical objects, states, activities, processes, properties, positions, agents and consumables in their order, none within another;
   * places in UTF-16 units. The same text gives the same.
   * @throws FaultlineError `invalid-configuration` where the model cannot run; the signal's reason.
   */
  tag(text: string, signal: AbortSignal): Promise<readonly FoundSpan[]>;
}

interface Opened extends PieceModel {
  readonly chain: z.infer<typeof LABELLED_CHAIN>;
}

/**
 * The tagger of Chinese log entries that comes with Faultline: six layers of multilingual-e5-small with a linear chain over characters,
 * taught on `datasets/log-sentences` (all but the third that it is measured with) by `tools/log-tagger`. 21 MB, read when the first
 * entry is tagged.
 */
export function openLogTagger(load: LoadPackage = importPackage): LogTagger {
  const own = ownModel(NAME);
  let opening: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    return { ...(await openPieceModel(own, load)), chain: own.json('chain.json', LABELLED_CHAIN) };
  }

  async function tagStretch({ tokenise, piecesOf, session, chain }: Opened, text: string): Promise<readonly FoundSpan[]> {
    const plain = plainText(text);
    const tokens = tokenise(plain.text).slice(0, LONGEST);
    const units = sentenceUnits(plain, piecesOf(tokens));
    if (units.length === 0) return [];
    const { scores } = await session.run({ input_ids: [BEGIN, ...tokens, END], ...unitInputs(units) }, ['scores']);
    if (scores === undefined || scores.data.length !== units.length * chain.labels.length) throw own.damaged(undefined);
    return chainSpans(scores.data, chain).map(({ first, last, type, chance }) => ({
      start: units[first]?.start ?? 0,
      end: units[last]?.end ?? 0,
      type,
      chance,
    }));
  }

  return {
    async tag(text, signal) {
      signal.throwIfAborted();
      opening ??= open();
      const opened = await opening;
      const found: FoundSpan[] = [];
      for (const { start, end } of splitEntry(text)) {
        signal.throwIfAborted();
        for (const span of await tagStretch(opened, text.slice(start, end)))
          found.push({ ...span, start: span.start + start, end: span.end + start });
      }
      return found;
    },
  };
}
