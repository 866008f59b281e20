import { z } from 'zod';
import {
  type Likely,
  ROW_ASKS,
  ROW_GROUPS,
  ROW_OPERATORS,
  type RowQuestionReader,
  type RowQuestionReading,
  type ShownColumn,
} from '../../kernel/index.ts';
import { LABELLED_CHAIN } from '../learning/labelled-chain.ts';
import { plainText, sentenceUnits, unitInputs } from '../log-tagger/sentence-units.ts';
import { BEGIN, END } from '../onnx/around-texts.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openPieceModel, type PieceModel } from '../onnx/open-piece-model.ts';
import { ownModel } from '../onnx/own-model.ts';
import { tableTokens } from './table-tokens.ts';
import { usedWords } from './used-words.ts';

const NAME = 'row-questions-zh-en-v1';
/** Tokens of the whole and of the question that the model was taught with. */
const LONGEST = 480;
const LONGEST_QUESTION = 120;
/** Characters of a text that are split at most, a multiple of what the model takes in. */
const LONGEST_TEXT = 2_000;
const OUTPUTS = ['labels', 'links', 'meant', 'flags', 'operators', 'asks', 'groups', 'ranked'] as const;

/** What the numbers of the model mean. */
const MEANING = LABELLED_CHAIN.extend({
  asks: z.array(z.enum(ROW_ASKS)),
  groups: z.array(z.enum(ROW_GROUPS)),
  operators: z.array(z.enum(ROW_OPERATORS)),
  flags: z.tuple([z.literal('measured'), z.literal('second'), z.literal('grouped'), z.literal('whole'), z.literal('denied')]),
  bar: z.int(),
});

interface Opened extends PieceModel {
  readonly meaning: z.infer<typeof MEANING>;
}

/**
 * The reader of questions over rows that comes with Faultline: layers of multilingual-e5-small over a question beside headers and
 * samples, taught on invented tables (`datasets/log-question-words`) by `tools/row-questions`. Read when the first question is.
 */
export function openRowQuestionReader(load: LoadPackage = importPackage): RowQuestionReader {
  const own = ownModel(NAME);
  let opening: Promise<Opened> | undefined;

  async function open(): Promise<Opened> {
    return { ...(await openPieceModel(own, load)), meaning: own.json('reading.json', MEANING) };
  }

  return {
    async read(question, columns, signal) {
      signal.throwIfAborted();
      opening ??= open();
      const opened = await opening;
      signal.throwIfAborted();
      const reading = await readOnce(opened, question, columns);
      if (reading === undefined) throw own.damaged(undefined);
      return reading;
    },
  };
}

/** Undefined where the model gives less than it should. */
async function readOnce(
  { tokenise, piecesOf, session, meaning }: Opened,
  question: string,
  columns: readonly ShownColumn[],
): Promise<RowQuestionReading | undefined> {
  const plain = plainText(question.slice(0, LONGEST_TEXT));
  const tokens = tokenise(plain.text);
  const shown = tokens.slice(0, LONGEST_QUESTION);
  const units = sentenceUnits(plain, piecesOf(tokens));
  // What is asked in words that the model is not shown is not known.
  if (units.some(({ last }) => last >= shown.length)) return NOTHING;
  const begin = [BEGIN, ...shown, END];
  const table = tableTokens((text) => tokenise(text.slice(0, LONGEST_TEXT)), columns, meaning.bar, LONGEST - begin.length - 1);
  if (units.length === 0 || table.columns.length === 0) return NOTHING;
  const made = await session.run(
    {
      input_ids: [...begin, ...table.tokens, END],
      ...unitInputs(units),
      columns: table.columns.map((place) => place + begin.length),
      values: table.values.length === 0 ? [0] : table.values.map(({ place }) => place + begin.length),
    },
    OUTPUTS,
  );
  const [labels, links, meant, flags, operators, asks, groups, ranked] = OUTPUTS.map((name) => made[name]?.data);
  if (!labels || !links || !meant || !flags || !operators || !asks || !groups || !ranked) return undefined;
  return {
    ask: likeliest(asks, meaning.asks),
    group: likeliest(groups, meaning.groups),
    ranked: chance(ranked[0]),
    words: usedWords(units, { labels, links, meant: table.values.length === 0 ? undefined : meant }, meaning, table),
    columns: table.columns.map((_, at) => {
      const [measured, second, grouped, whole, denied] = meaning.flags.map((__, flag) => chance(flags[at * meaning.flags.length + flag]));
      const own = operators.subarray(at * meaning.operators.length, (at + 1) * meaning.operators.length);
      return {
        measured: measured ?? 0,
        second: second ?? 0,
        grouped: grouped ?? 0,
        whole: whole ?? 0,
        denied: denied ?? 0,
        operator: likeliest(own, meaning.operators),
      };
    }),
  };
}

const NOTHING: RowQuestionReading = {
  ask: { is: 'other', chance: 1 },
  group: { is: 'none', chance: 1 },
  ranked: 0,
  words: [],
  columns: [],
};

function chance(odds: number | undefined): number {
  return 1 / (1 + Math.exp(-(odds ?? Number.NEGATIVE_INFINITY)));
}

function likeliest<Value>(scores: Float32Array, values: readonly [Value, ...Value[]] | readonly Value[]): Likely<Value> {
  const most = Math.max(...scores);
  const at = scores.indexOf(most);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  return { is: values[at] as Value, chance: 1 / sum };
}
