import { z } from 'zod';
import {
  ROW_ASKS,
  ROW_GROUPS,
  ROW_OPERATORS,
  type RowQuestionReader,
  type RowQuestionReading,
  type ShownColumn,
} from '../../kernel/index.ts';
import { LABELLED_CHAIN } from '../learning/labelled-chain.ts';
import { softmax } from '../learning/softmax.ts';
import { plainText, sentenceUnits, unitInputs } from '../log-tagger/sentence-units.ts';
import { BEGIN, END } from '../onnx/around-texts.ts';
import { importPackage, type LoadPackage } from '../onnx/load-package.ts';
import { openPieceModel, type PieceModel } from '../onnx/open-piece-model.ts';
import { ownModel } from '../onnx/own-model.ts';
import { likeliestOptions, type Options } from './likeliest-options.ts';
import { likeliestReadings, type ReadingOptions } from './likeliest-readings.ts';
import { tableTokens } from './table-tokens.ts';
import { waysOfUse } from './used-words.ts';

const NAME = 'row-questions-zh-en-v1';
/** Tokens of the whole and of the question that the model was taught with. */
const LONGEST = 480;
const LONGEST_QUESTION = 120;
/** Characters of a text that are split at most, a multiple of what the model takes in. */
const LONGEST_TEXT = 2_000;
/** Readings that are given at most. */
const MOST_READINGS = 200;
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
      const readings = await readOnce(opened, question, columns);
      if (readings === undefined || readings.length === 0) throw own.damaged(undefined);
      return readings;
    },
  };
}

/** Undefined where the model gives less than it should. */
async function readOnce(
  { tokenise, piecesOf, session, meaning }: Opened,
  question: string,
  columns: readonly ShownColumn[],
): Promise<readonly RowQuestionReading[] | undefined> {
  const plain = plainText(question.slice(0, LONGEST_TEXT));
  const tokens = tokenise(plain.text);
  const shown = tokens.slice(0, LONGEST_QUESTION);
  const units = sentenceUnits(plain, piecesOf(tokens));
  // What is asked in words that the model is not shown is not known.
  if (units.some(({ last }) => last >= shown.length)) return [NOTHING];
  const begin = [BEGIN, ...shown, END];
  const table = tableTokens((text) => tokenise(text.slice(0, LONGEST_TEXT)), columns, meaning.bar, LONGEST - begin.length - 1);
  if (units.length === 0 || table.columns.length === 0) return [NOTHING];
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
  const ofFlag = (column: number, flag: number) => yesOrNo(flags[column * meaning.flags.length + flag]);
  const chancesOf = (flag: number) => table.columns.map((_, at) => chanceOf(flags[at * meaning.flags.length + flag]));
  const options: ReadingOptions = {
    ways: waysOfUse(units, { labels, links, meant: table.values.length === 0 ? undefined : meant }, meaning, table),
    ask: ofScores(asks, meaning.asks),
    group: ofScores(groups, meaning.groups),
    ranked: yesOrNo(ranked[0]),
    measured: surest(chancesOf(0)),
    second: surest(chancesOf(1)),
    grouped: surest(chancesOf(2)),
    columns: table.columns.map((_, at) => ({
      whole: ofFlag(at, 3),
      denied: ofFlag(at, 4),
      operator: ofScores(operators.subarray(at * meaning.operators.length, (at + 1) * meaning.operators.length), meaning.operators),
    })),
  };
  return likeliestReadings(options, MOST_READINGS);
}

const NOTHING: RowQuestionReading = {
  ask: 'other',
  group: 'none',
  ranked: false,
  words: [],
  columns: [],
  chance: 1,
};

function yesOrNo(odds: number | undefined): Options<boolean> {
  const chance = chanceOf(odds);
  return likeliestOptions([1 - chance, chance], (option) => option === 1);
}

function chanceOf(odds: number | undefined): number {
  return 1 / (1 + Math.exp(-(odds ?? Number.NEGATIVE_INFINITY)));
}

/** The one column that is there for something, or none; of two that go together (code and name of a machine) the surer one. */
function surest(chances: readonly number[]): Options<number | undefined> {
  const ranked = chances.map((chance, at) => ({ chance, at })).sort((a, b) => b.chance - a.chance || a.at - b.at);
  let rest = 1;
  const own = ranked.map(({ chance }) => {
    const left = rest;
    rest *= 1 - chance;
    return left * chance;
  });
  return likeliestOptions([...own, rest], (option) => ranked[option]?.at);
}

function ofScores<Value>(scores: Float32Array, values: readonly Value[]): Options<Value> {
  return likeliestOptions(softmax([...scores]), (option) => values[option] as Value);
}
