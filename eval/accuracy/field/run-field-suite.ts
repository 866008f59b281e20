import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../../answering/index.ts';
import {
  type Application,
  askQuestion,
  configuredCaller,
  converse,
  loadConfig,
  openApplication,
  searchPassages,
  serveHere,
  withoutServers,
} from '../../../app/index.ts';
import { type Caller, compareText, type PassageId } from '../../../kernel/index.ts';
import { analyse } from '../../../retrieval/index.ts';
import { openPlainBm25, type PlainBm25 } from '../../bench/peers/plain-bm25.ts';
import { PATIENT } from '../patient.ts';
import type { FieldQuestion } from './field-question.ts';
import { type FieldGrade, gradeFieldAnswer } from './grade-field-answer.ts';
import { placeInStore } from './place-in-store.ts';
import { readSets } from './read-sets.ts';

/** How far down a passage is looked for. */
const DEEPEST = 20;

export type Ranks = Readonly<Record<'mixed' | 'lexical' | 'vector' | 'graph' | 'identifier' | 'plain', number | undefined>>;

export interface AskedFieldQuestion {
  readonly question: FieldQuestion;
  readonly grade: FieldGrade;
  readonly answer: Answer;
  /** Rank from 1 of the first gold passage; undefined: not among the first. Absent where nothing is to be found or a question cannot be understood alone. */
  readonly ranks?: Ranks;
}

export interface FieldReport {
  readonly asked: readonly AskedFieldQuestion[];
  readonly passages: number;
  /** Questions with a place that is in no passage of its document. */
  readonly unplaced: readonly string[];
}

export interface FieldOptions {
  readonly dataFolder: string;
  readonly questions: readonly FieldQuestion[];
  /** A data folder that is read into when it is not there and kept; else one is made and removed. */
  readonly home?: string;
  readonly onProgress: (text: string) => void;
}

/**
 * Reads the public sets into one data folder and asks the questions over all of them, each conversation in its order; grades each
 * answer, and says at which rank search, each of its legs and plain BM25 over the same passages have the first passage that answers.
 */
export async function runFieldSuite(options: FieldOptions, signal: AbortSignal): Promise<FieldReport> {
  const { dataFolder, home, onProgress } = options;
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-field-'));
  const isRead = home !== undefined && existsSync(join(home, 'ledger.db'));
  const application = await openApplication(loadConfig({ ...PATIENT, home: home ?? join(workspace, 'home') }, withoutServers()));
  const plain = openPlainBm25(join(workspace, 'plain.db'));
  try {
    const caller = configuredCaller(application.config);
    if (!isRead) await readSets(application, caller, dataFolder, onProgress, signal);
    onProgress('placing the questions');
    const { passages, placesOf } = await placeInStore(application, options.questions, plain.add);
    const asked: AskedFieldQuestion[] = [];
    const unplaced: string[] = [];
    const ordered = [...options.questions].sort(
      (a, b) => compareText(a.conversation ?? '', b.conversation ?? '') || a.turn - b.turn || compareText(a.id, b.id),
    );
    for (const question of ordered) {
      const places = placesOf(question);
      if (places.some((ids) => ids.length === 0)) unplaced.push(question.id);
      const answer = await ask(application, caller, question, signal);
      const gold = new Set(places.flat());
      const ranks =
        question.turn > 1 || !question.answerable || gold.size === 0
          ? undefined
          : await ranksOf(application, caller, plain, question.question, gold, signal);
      asked.push({
        question,
        answer,
        grade: gradeFieldAnswer(question, answer.content),
        ...(ranks === undefined ? {} : { ranks }),
      });
      if (asked.length % PROGRESS === 0) onProgress(`${asked.length} of ${ordered.length} questions`);
    }
    return { asked: asked.sort((a, b) => compareText(a.question.id, b.question.id)), passages, unplaced };
  } finally {
    plain.close();
    await application.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

const PROGRESS = 25;

/** Turns of one conversation are asked in the order given, by an id of its own. */
function ask(application: Application, caller: Caller, { conversation, question }: FieldQuestion, signal: AbortSignal): Promise<Answer> {
  if (conversation === undefined) return askQuestion(application, caller, { question }, signal);
  return converse(serveHere(application), caller, { question, conversationId: `field-${conversation}` }, signal);
}

async function ranksOf(
  application: Application,
  caller: Caller,
  plain: PlainBm25,
  question: string,
  gold: ReadonlySet<PassageId>,
  signal: AbortSignal,
): Promise<Ranks> {
  const { hits } = await searchPassages(application, caller, { query: question, k: DEEPEST * 5 }, signal);
  const isGold: ReadonlySet<string> = gold;
  const rankIn = (ids: readonly string[]) => {
    const at = ids.findIndex((id) => isGold.has(id));
    return at >= 0 && at < DEEPEST ? at + 1 : undefined;
  };
  const rankOfLeg = (leg: string) => {
    const ranks = hits
      .filter(({ passageId }) => gold.has(passageId))
      .flatMap(({ legs }) => legs.filter((one) => one.leg === leg).map(({ rank }) => rank));
    const best = Math.min(...ranks);
    return best <= DEEPEST ? best : undefined;
  };
  return {
    mixed: rankIn(hits.map(({ passageId }) => passageId)),
    lexical: rankOfLeg('lexical'),
    vector: rankOfLeg('vector'),
    graph: rankOfLeg('graph'),
    identifier: rankOfLeg('identifier'),
    plain: rankIn(plain.search(analyse(question, application.grammar), DEEPEST)),
  };
}
