import { BLOCK_FEATURES, type BlockFeature, judgeRequest, mayAnswer, quotePassage } from '../../../answering/index.ts';
import { answerDependencies, configuredCaller, loadConfig, openApplication, withoutServers } from '../../../app/index.ts';
import type { StoredPassage } from '../../../kernel/index.ts';
import type { FieldQuestion } from './field-question.ts';
import { chanceOf, fitChances } from './fit-chances.ts';
import { atomsHeld } from './grade-field-answer.ts';
import { heldOutGroup } from './held-out-group.ts';

/**
 * A question's blocks: features, share of the atoms that each holds, alone and with what is quoted beside it, whether it may answer
 * however likely.
 */
interface JudgedQuestion {
  readonly question: FieldQuestion;
  readonly rows: readonly { readonly row: Float64Array; readonly held: number; readonly shown: number; readonly able: boolean }[];
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
}

const PENALTY = 0.001;
/** What a block that holds some of the atoms is worth. */
const PARTLY = 0.3;
const CHANCES = [0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0] as const;

/**
 * Learns how likely a block answers from the development questions, over the documents of a data folder that the field suite has
 * read, and says what that brings: of the questions of each public set by weights of the others (`held-out-group.ts`).
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
      const blocks = await judgeRequest(evidence, access, { question: question.question, history }, signal);
      const rows = blocks.map(({ block, features }) => {
        const share = (passages: readonly StoredPassage[]) =>
          atomsHeld(
            question,
            passages.map((stored) => quotePassage(stored).text),
          ) / Math.max(1, question.atoms.length);
        return {
          row: Float64Array.from(BLOCK_FEATURES.map((name) => features[name])),
          held: share(block.passages),
          shown: share([...block.before, ...block.passages, ...block.behind]),
          able: mayAnswer(features),
        };
      });
      judged.push({ question, rows });
    }
    const weights = learn(judged);
    const named = BLOCK_FEATURES.map((name, at) => [name, weights[at] ?? 0] as const);
    return {
      weights: Object.fromEntries([...named, ['bias', weights[BLOCK_FEATURES.length] ?? 0]]) as QuotesFit['weights'],
      points: pointsOf(judged),
    };
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
    rows.map(({ row, held }) => ({
      row,
      answers: !question.answerable ? 0 : held === 1 ? 1 : held > 0 ? PARTLY : 0,
      counts: 1 / Math.sqrt(rows.length),
    })),
  );
  return fitChances(samples, BLOCK_FEATURES.length, PENALTY);
}

function pointsOf(judged: readonly JudgedQuestion[]): readonly QuotesPoint[] {
  const groupOf = ({ question }: JudgedQuestion) => heldOutGroup(question);
  const best = [...new Set(judged.map(groupOf))].flatMap((group) => {
    const weights = learn(judged.filter((one) => groupOf(one) !== group));
    return judged
      .filter((one) => groupOf(one) === group)
      .map(({ question, rows }) => {
        const [best] = rows
          .filter(({ able }) => able)
          .map(({ row, shown }) => ({ held: shown, chance: chanceOf(row, weights) }))
          .sort((a, b) => b.chance - a.chance);
        const { chance, held } = best ?? { chance: -1, held: 0 };
        // What a question wrongly takes for granted is set right by what holds all of its atoms.
        return { answerable: question.answerable, chance, held, isCorrected: !question.answerable && held === 1 };
      });
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
