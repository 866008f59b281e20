import { z } from 'zod';
import { chainChances, likeliestChain } from '../learning/chain.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openSession, type Session } from '../onnx/open-session.ts';
import { openTokeniser, type Tokenise } from '../onnx/open-tokeniser.ts';
import { ownModel } from '../onnx/own-model.ts';
import type { FoundSpan } from '../tagger/tag-words.ts';
import { plainText, type SentenceUnit, sentenceUnits } from './sentence-units.ts';
import { splitEntry } from './split-entry.ts';

const NAME = 'log-tagger-zh-v1';
/** Tokens that stand around texts, as XLM-RoBERTa has them. */
const BEGIN = 0;
const END = 2;
/** Tokens of a stretch that is read at once. */
const LONGEST = 500;
/** More than any score: of a step that cannot be. */
const NEVER = 1e4;

const CHAIN = z.object({
  labels: z.array(z.string()),
  start: z.array(z.number()),
  transitions: z.array(z.array(z.number())),
});
const TOKENIZER = z.looseObject({ model: z.looseObject({ vocab: z.array(z.tuple([z.string(), z.number()])) }) });

/** Finds what entries of Chinese logs speak of, Latin words and codes among them. */
export interface LogTagger {
  readonly model: string;
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

interface Chain {
  readonly labels: readonly string[];
  readonly start: readonly number[];
  readonly steps: Float64Array;
}

/**
 * The tagger of Chinese log entries that comes with Faultline: six layers of multilingual-e5-small with a linear chain over characters,
 * taught on `datasets/log-sentences` (all but the third that it is measured with) by `tools/log-tagger`. 21 MB, read when the first
 * entry is tagged; some 5 ms an entry on one core.
 */
export function openLogTagger(load: LoadPackage = importPackage): LogTagger {
  const own = ownModel(NAME);
  let opening: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    const tokenizer = own.json('tokenizer.json', TOKENIZER);
    const chain = own.json('chain.json', CHAIN);
    return {
      tokenise: await openTokeniser(tokenizer, {}, load, own.damaged),
      pieces: tokenizer.model.vocab.map(([piece]) => piece),
      session: await openSession(own.file('model.onnx'), load, own.damaged),
      chain: { labels: chain.labels, start: impossibleStarts(chain), steps: impossibleSteps(chain) },
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
    model: NAME,
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

function spansOf(units: readonly SentenceUnit[], scores: Float64Array, { labels, start, steps }: Chain): FoundSpan[] {
  for (let label = 0; label < labels.length; label += 1) scores[label] = (scores[label] ?? 0) + (start[label] ?? 0);
  const chain = likeliestChain(scores, steps, labels.length);
  const { at } = chainChances(scores, steps, labels.length);
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

/** Steps between labels with what cannot be: to go on with what has not begun. */
function impossibleSteps({ labels, transitions }: z.infer<typeof CHAIN>): Float64Array {
  return Float64Array.from(
    transitions.flatMap((row, from) =>
      row.map((step, to) => {
        const [mark, type] = (labels[to] ?? '').split('-');
        return mark === 'I' && (labels[from] ?? '').split('-')[1] !== type ? step - NEVER : step;
      }),
    ),
  );
}

function impossibleStarts({ labels, start }: z.infer<typeof CHAIN>): number[] {
  return start.map((score, label) => (labels[label]?.startsWith('I-') === true ? score - NEVER : score));
}
