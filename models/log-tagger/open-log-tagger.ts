import { z } from 'zod';
import { chainChances, likeliestChain } from '../learning/chain.ts';
import { BEGIN, END } from '../onnx/around-texts.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openSession, type Session } from '../onnx/open-session.ts';
import { openTokeniser, type Tokenise } from '../onnx/open-tokeniser.ts';
import { ownModel } from '../onnx/own-model.ts';
import type { FoundSpan } from '../tagger/tag-words.ts';
import { plainText, type SentenceUnit, sentenceUnits } from './sentence-units.ts';
import { splitEntry } from './split-entry.ts';

const NAME = 'log-tagger-zh-v1';
/** Tokens of a stretch that is read at once. */
const LONGEST = 500;

/** What cannot be (to go on with what has not begun) stands in it as scores below all others. */
const CHAIN = z.object({
  labels: z.array(z.string()),
  start: z.array(z.number()),
  transitions: z.array(z.array(z.number())).transform((rows) => Float64Array.from(rows.flat())),
});
type Chain = z.infer<typeof CHAIN>;
const TOKENIZER = z.looseObject({ model: z.looseObject({ vocab: z.array(z.tuple([z.string(), z.number()])) }) });

/** Finds what entries of Chinese logs speak of, Latin words and codes among them. */
export interface LogTagger {
  /**
   * Physical objects, states, activities, processes, properties, positions, agents and consumables in their order, none within another;
   * places in UTF-16 units. The same text gives the same.
   * @throws FaultlineError `invalid-configuration` where the model cannot run; the signal's reason.
   */
  tag(text: string, signal: AbortSignal): Promise<readonly FoundSpan[]>;
}

interface Opened {
  readonly tokenise: Tokenise;
  readonly pieces: readonly string[];
  readonly session: Session;
  readonly chain: Chain;
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
    const tokenizer = own.json('tokenizer.json', TOKENIZER);
    return {
      tokenise: await openTokeniser(tokenizer, {}, load, own.damaged),
      pieces: tokenizer.model.vocab.map(([piece]) => piece),
      session: await openSession(own.file('model.onnx'), load, own.damaged),
      chain: own.json('chain.json', CHAIN),
    };
  }

  async function tagStretch({ tokenise, pieces, session, chain }: Opened, text: string): Promise<readonly FoundSpan[]> {
    const plain = plainText(text);
    const tokens = tokenise(plain.text).slice(0, LONGEST);
    const units = sentenceUnits(
      plain,
      tokens.map((token) => pieces[token] ?? ''),
    );
    if (units.length === 0) return [];
    const row = (of: (unit: SentenceUnit) => number) => units.map(of);
    const { scores } = await session.run(
      {
        input_ids: [BEGIN, ...tokens, END],
        // One further: the sign that begins stands before the pieces.
        first: row(({ first }) => first + 1),
        last: row(({ last }) => last + 1),
        inside: row(({ inside }) => inside),
        width: row(({ width }) => width),
      },
      ['scores'],
    );
    if (scores === undefined || scores.data.length !== units.length * chain.labels.length) throw own.damaged(undefined);
    return spansOf(units, Float64Array.from(scores.data), chain);
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

function spansOf(units: readonly SentenceUnit[], scores: Float64Array, { labels, start, transitions }: Chain): FoundSpan[] {
  for (let label = 0; label < labels.length; label += 1) scores[label] = (scores[label] ?? 0) + (start[label] ?? 0);
  const chain = likeliestChain(scores, transitions, labels.length);
  const { at } = chainChances(scores, transitions, labels.length);
  const spans: FoundSpan[] = [];
  chain.forEach((label, place) => {
    const [mark, type] = (labels[label] ?? '').split('-');
    const unit = units[place];
    if (type === undefined || unit === undefined) return;
    const chance = at[place * labels.length + label] ?? 0;
    const last = spans.at(-1);
    if (mark === 'I' && last !== undefined) spans[spans.length - 1] = { ...last, end: unit.end, chance: Math.min(last.chance, chance) };
    else spans.push({ start: unit.start, end: unit.end, type, chance });
  });
  return spans;
}
