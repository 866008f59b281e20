import {
  BLOCK_FEATURES,
  type BlockFeature,
  judgeRequest,
  mayAnswer,
  quotePassage,
  READ,
  READING_REPLIES,
  RERANKED,
  readableBy,
  readingPrompt,
  readingText,
  rerankBlocks,
} from '../../../answering/index.ts';
import { answerDependencies, configuredCaller, loadConfig, openApplication, withoutServers } from '../../../app/index.ts';
import { type Adviser, FaultlineError, type StoredPassage } from '../../../kernel/index.ts';
import type { FieldQuestion } from './field-question.ts';
import { chanceOf, fitChances } from './fit-chances.ts';
import { chanceOfReading, fitReading, type ReadingWeights, type ReadSample } from './fit-reading.ts';
import { chanceOfReranking, fitReranking, type RerankedSample, type RerankingWeights } from './fit-reranking.ts';
import { atomsHeld } from './grade-field-answer.ts';
import { heldOutGroup } from './held-out-group.ts';

/**
 * A question's blocks: features, share of the atoms that each holds, alone and with what is quoted beside it, whether it may answer
 * however likely.
 */
interface JudgedQuestion {
  readonly question: FieldQuestion;
  readonly rows: readonly JudgedRow[];
}

interface JudgedRow {
  readonly row: Float64Array;
  readonly held: number;
  readonly shown: number;
  readonly able: boolean;
  /** Of a language model, of a block that it was asked about. */
  readonly reading?: { readonly opinion?: number };
  /** Log odds by the cross-encoder, of a block that it read. */
  readonly odds?: number;
}

/** What answering with the likeliest block alone comes to, from the surest question down to some chance. */
export interface QuotesPoint {
  readonly chance: number;
  /** Of all answerable questions. */
  readonly right: number;
  readonly partly: number;
  /** Of all questions. */
  readonly wrong: number;
}

export interface QuotesFit {
  readonly weights: Readonly<Record<BlockFeature | 'bias', number>>;
  /** On questions that others' questions gave the weights for. */
  readonly points: readonly QuotesPoint[];
  /** Where a cross-encoder reads: what its odds are worth, and what answering with them comes to. */
  readonly reranking?: { readonly model: string; readonly weights: RerankingWeights; readonly points: readonly QuotesPoint[] };
  /** Where a language model is configured: what its opinion is worth, and what answering with it comes to. */
  readonly reading?: { readonly model: string; readonly weights: ReadingWeights; readonly points: readonly QuotesPoint[] };
}

const PENALTY = 0.001;
/** What a block that holds some of the atoms is worth. */
const PARTLY = 0.3;
const CHANCES = [0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0] as const;

/**
 * Learns how likely a block answers from the development questions, over the documents of a data folder that the field suite has
 * read, and says what that brings: of the questions of each public set by weights of the others (`held-out-group.ts`). Where a language
 * model is configured, the same of its opinion.
 * @throws FaultlineError `store-unavailable` when that model cannot be asked.
 */
export async function runQuotesFit(home: string, questions: readonly FieldQuestion[], signal: AbortSignal): Promise<QuotesFit> {
  const application = await openApplication(loadConfig({ home }, withoutServers()));
  try {
    const access = await application.ledger.accessFor(configuredCaller(application.config).tenant, 'all');
    const evidence = answerDependencies(application);
    const judged: JudgedQuestion[] = [];
    for (const question of questions) {
      const history = questions
        .filter(({ conversation, turn }) => conversation !== undefined && conversation === question.conversation && turn < question.turn)
        .sort((a, b) => a.turn - b.turn)
        .map((earlier) => earlier.question);
      const request = await judgeRequest(evidence, access, { question: question.question, history }, signal);
      const isReadable = readableBy(evidence.adviser);
      const likely =
        evidence.adviser === undefined || evidence.crossEncoder === undefined
          ? request.judged
          : await rerankBlocks(evidence.crossEncoder, request.question, request.judged, isReadable, signal);
      const able = likely.filter(isReadable).slice(0, READ);
      const prompts = able.map(({ block }) => readingPrompt(request.question, block));
      const opinions = evidence.adviser === undefined ? [] : await askAll(evidence.adviser, prompts, signal);
      const readings = new Map(able.map(({ block }, at) => [block, opinions[at]]));
      const reread = request.judged.filter(isReadable).slice(0, RERANKED);
      const texts = reread.map(({ block }) => readingText(block));
      const odds = (await evidence.crossEncoder?.answers(request.question.text, texts, signal)) ?? [];
      const oddsOf = new Map(reread.flatMap((one, at) => (odds[at] === undefined ? [] : [[one, odds[at]]])));
      const rows = request.judged.map((one): JudgedRow => {
        const { block, features } = one;
        const own = oddsOf.get(one);
        const share = (passages: readonly StoredPassage[]) =>
          atomsHeld(
            question,
            passages.map((stored) => quotePassage(stored).text),
          ) / Math.max(1, question.atoms.length);
        const opinion = readings.get(block);
        return {
          row: Float64Array.from(BLOCK_FEATURES.map((name) => features[name])),
          held: share(block.passages),
          shown: share([...block.before, ...block.passages, ...block.behind]),
          able: mayAnswer(features),
          ...(own === undefined ? {} : { odds: own }),
          ...(readings.has(block) ? { reading: opinion === undefined ? {} : { opinion } } : {}),
        };
      });
      judged.push({ question, rows });
    }
    const weights = learn(judged);
    const named = BLOCK_FEATURES.map((name, at) => [name, weights[at] ?? 0] as const);
    const held = chancesHeldOut(judged);
    const plain = {
      weights: Object.fromEntries([...named, ['bias', weights[BLOCK_FEATURES.length] ?? 0]]) as QuotesFit['weights'],
      points: pointsOf(judged, (one, row) => (row.able ? held(one, row) : undefined)),
    };
    const fit =
      evidence.crossEncoder === undefined ? plain : { ...plain, reranking: rerankingOf(judged, held, evidence.crossEncoder.model) };
    if (evidence.adviser === undefined) return fit;
    const before = evidence.crossEncoder === undefined ? held : chancesReranked(judged, held);
    const samplesOf = (some: readonly JudgedQuestion[]) =>
      some.flatMap((one) => one.rows.flatMap((row) => (row.reading === undefined ? [] : [sampleOf(one, row, before)])));
    const others = byGroup(judged, (rest) => fitReading(samplesOf(rest)));
    const points = pointsOf(judged, (one, row) =>
      row.reading === undefined ? undefined : chanceOfReading(sampleOf(one, row, before), others(one)),
    );
    return { ...fit, reading: { model: evidence.adviser.model, weights: fitReading(samplesOf(judged)), points } };
  } finally {
    await application.close();
  }
}

/**
 * By what a block says itself: what stands next to it is no part of its features. Blocks of a question count less the more there are
 * of them.
 */
function learn(judged: readonly JudgedQuestion[]): Float64Array {
  const samples = judged.flatMap(({ question, rows }) =>
    rows.map((one) => ({ row: one.row, answers: answersOf({ question }, one), counts: 1 / Math.sqrt(rows.length) })),
  );
  return fitChances(samples, BLOCK_FEATURES.length, PENALTY);
}

function answersOf({ question }: Pick<JudgedQuestion, 'question'>, { held }: JudgedRow): number {
  return !question.answerable ? 0 : held === 1 ? 1 : held > 0 ? PARTLY : 0;
}

/** What the cross-encoder's odds are worth beside the chances of questions held out, and what that brings on those. */
function rerankingOf(judged: readonly JudgedQuestion[], held: HeldOut, model: string): NonNullable<QuotesFit['reranking']> {
  const chanceIn = chancesReranked(judged, held);
  const points = pointsOf(judged, (one, row) => (row.odds === undefined || !row.able ? undefined : chanceIn(one, row)));
  return { model, weights: fitReranking(rerankedSamples(judged, held)), points };
}

function rerankedSamples(some: readonly JudgedQuestion[], held: HeldOut): readonly RerankedSample[] {
  return some.flatMap((one) => one.rows.flatMap((row) => rerankedOf(one, row, held) ?? []));
}

function rerankedOf(one: JudgedQuestion, row: JudgedRow, chance: HeldOut): RerankedSample | undefined {
  if (row.odds === undefined) return undefined;
  const best = Math.max(...one.rows.flatMap(({ odds }) => (odds === undefined ? [] : [odds])));
  return { chance: chance(one, row), odds: row.odds, gap: row.odds - best, answers: answersOf(one, row) };
}

type HeldOut = (one: JudgedQuestion, row: JudgedRow) => number;

/** What was learnt from the questions of all sets but its own, for each question. */
function byGroup<Learnt>(
  judged: readonly JudgedQuestion[],
  learnFrom: (rest: readonly JudgedQuestion[]) => Learnt,
): (one: JudgedQuestion) => Learnt {
  const groupOf = ({ question }: JudgedQuestion) => heldOutGroup(question);
  const learnt = new Map(
    [...new Set(judged.map(groupOf))].map((group) => [group, learnFrom(judged.filter((one) => groupOf(one) !== group))]),
  );
  return (one) => {
    const own = learnt.get(groupOf(one));
    if (own === undefined) throw new FaultlineError('internal', 'A question of no group was judged.');
    return own;
  };
}

function chancesHeldOut(judged: readonly JudgedQuestion[]): HeldOut {
  const weights = byGroup(judged, learn);
  return (one, { row }) => chanceOf(row, weights(one));
}

/** The chance with the cross-encoder's odds, of questions held out; of what it did not read the chance before. */
function chancesReranked(judged: readonly JudgedQuestion[], held: HeldOut): HeldOut {
  const weights = byGroup(judged, (rest) => fitReranking(rerankedSamples(rest, held)));
  return (one, row) => {
    const sample = rerankedOf(one, row, held);
    return sample === undefined ? held(one, row) : chanceOfReranking(sample, weights(one));
  };
}

function sampleOf(one: JudgedQuestion, row: JudgedRow, chance: HeldOut): ReadSample {
  const { opinion } = row.reading ?? {};
  return { chance: chance(one, row), answers: answersOf(one, row), isUnasked: !row.able, ...(opinion === undefined ? {} : { opinion }) };
}

async function askAll(adviser: Adviser, prompts: Parameters<Adviser['choose']>[0], signal: AbortSignal) {
  const opinions = await adviser.choose(prompts, READING_REPLIES, signal);
  if (opinions === undefined) {
    throw new FaultlineError(
      'store-unavailable',
      'The language model could not be asked; look at its log, or raise FAULTLINE_CHAT_MILLISECONDS.',
    );
  }
  return opinions.map((opinion) => opinion?.[0]);
}

/** Answering with the block of the highest chance; what has none does not answer. */
function pointsOf(
  judged: readonly JudgedQuestion[],
  chanceIn: (one: JudgedQuestion, row: JudgedRow) => number | undefined,
): readonly QuotesPoint[] {
  const best = judged.map((one) => {
    const [first] = one.rows
      .flatMap((row) => {
        const chance = chanceIn(one, row);
        return chance === undefined ? [] : [{ held: row.shown, chance }];
      })
      .sort((a, b) => b.chance - a.chance);
    const { chance, held } = first ?? { chance: -1, held: 0 };
    const { answerable } = one.question;
    // What a question wrongly takes for granted is set right by what holds all of its atoms.
    return { answerable, chance, held, isCorrected: !answerable && held === 1 };
  });
  const answerable = Math.max(1, best.filter((one) => one.answerable).length);
  return CHANCES.map((chance) => {
    const answered = best.filter((one) => one.chance >= chance && !one.isCorrected);
    const told = answered.filter((one) => one.answerable);
    return {
      chance,
      right: told.filter(({ held }) => held === 1).length / answerable,
      partly: told.filter(({ held }) => held > 0 && held < 1).length / answerable,
      wrong: answered.filter(({ answerable: can, held }) => !can || held === 0).length / Math.max(1, best.length),
    };
  });
}
