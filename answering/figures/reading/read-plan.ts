import type { Access, Embedder, RecordKind, RowQuestionReader, RowQuestionReading, ShownColumn, WordUse } from '../../../kernel/index.ts';
import type { AnswerNotes } from '../../answer-notes.ts';
import type { ReadPlace } from '../../compose/composition.ts';
import type { Evidence } from '../../dependencies.ts';
import type { Question } from '../../question/question.ts';
import { cosine, textVectors } from '../../text-vectors.ts';
import { calendarColumn } from '../calendar-column.ts';
import { kindsMeant } from '../choose-plan.ts';
import type { Log, LogColumn } from '../log-columns.ts';
import type { Logs } from '../logs-of.ts';
import type { FigurePlan } from '../plan-figure.ts';
import { readTokens } from '../read-tokens.ts';
import { agreedPlan, type ReadAtLast } from './agreed-plan.ts';
import { likeliestPlan } from './likeliest-plan.ts';
import { settleWords } from './settle-words.ts';
import { showColumns, valuesOf } from './show-columns.ts';
import { thingsNamed } from './things-named.ts';
import { thingsSpoken } from './things-spoken.ts';
import type { LogTimes } from './time-of-words.ts';

/** A plan with how sure it is that all of it is right, from 0 to 1. */
export interface ReadPlan {
  readonly plan: FigurePlan;
  readonly surety: number;
}

/** Values looked up by meaning for words that no value shown is called by. */
const NEAR = 5;

/**
 * The plan that is read surely enough in a question over the rows of the kind that fits it best; undefined where it asks for no rows, or
 * no log has all that it speaks of.
 */
export async function readPlan(
  evidence: Evidence,
  access: Access,
  question: Question,
  logs: Logs,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<ReadPlan | undefined> {
  const { rowQuestions } = evidence;
  if (rowQuestions === undefined) return undefined;
  let best: ReadPlan | undefined;
  for (const kind of kindsMeant(question)) {
    const log = await logs(kind);
    const dated = calendarColumn(log.columns);
    // Tables of manuals hold rows too; where nothing else asks for a figure, a log is what has times.
    if (log.columns.length === 0 || (dated === undefined && (kind === 'other' || question.intent !== 'aggregate'))) continue;
    // A pass over all rows, which only a question with a time needs.
    let times: Promise<LogTimes | undefined> | undefined;
    const readTimes = async () => {
      times ??= dated === undefined ? undefined : timesOf(evidence, access, kind, dated, signal);
      return times;
    };
    const isSpoken = thingsNamed(question.text).length === 0 ? undefined : await thingsSpoken(evidence, access, log);
    const made = await planOver(evidence, rowQuestions, question, { log, readTimes, isSpoken }, notes, signal);
    if (made !== undefined && made.surety > (best?.surety ?? 0)) best = made;
  }
  return best;
}

interface AskedLog {
  readonly log: Log;
  readonly readTimes: () => Promise<LogTimes | undefined>;
  readonly isSpoken: ((thing: string) => boolean) | undefined;
}

/** What reads a question beside columns, likeliest readings first; undefined where it cannot be asked. */
type Reading = (text: string, columns: readonly ShownColumn[]) => Promise<readonly RowQuestionReading[] | undefined>;

async function planOver(
  evidence: Evidence,
  rowQuestions: RowQuestionReader,
  question: Question,
  asked: AskedLog,
  notes: AnswerNotes,
  signal: AbortSignal,
): Promise<ReadPlan | undefined> {
  const { rowAdviser } = evidence;
  const own = await readBy(evidence, question, asked, (text, columns) => rowQuestions.read(text, columns, signal), signal);
  const advising: Reading | undefined = rowAdviser === undefined ? undefined : (text, columns) => rowAdviser.advise(text, columns, signal);
  const advised = advising === undefined ? undefined : await readBy(evidence, question, asked, advising, signal);
  if (rowAdviser !== undefined && advised === undefined) notes.faults.add('no-model');
  if (rowAdviser !== undefined && advised !== undefined) notes.models.add(rowAdviser.model);
  const agreed = agreedPlan(own ?? { kind: 'unclear' }, advised);
  if (agreed === undefined) return undefined;
  const { plan, question: likely } = agreed.plan;
  return { plan: { ...plan, read: placesNamed(likely.reading) }, surety: agreed.surety };
}

/** What the readings of a question come to, its values looked up where no value shown is meant; undefined where it cannot be read. */
async function readBy(
  evidence: Evidence,
  question: Question,
  { log, readTimes, isSpoken }: AskedLog,
  read: Reading,
  signal: AbortSignal,
): Promise<ReadAtLast | undefined> {
  const { text, grammar } = question;
  const spoken = isSpoken === undefined ? {} : { isSpoken };
  const own = { text, grammar, log, tokens: readTokens(question, log), now: evidence.clock.now(), ...spoken };
  let near: ReadonlyMap<LogColumn, readonly string[]> = new Map();
  for (const isLast of [false, true]) {
    const shown = showColumns(text, log, near);
    const given = await read(text, shown.shown);
    if (given === undefined) return undefined;
    const readings = settleWords(text, shown, given);
    const isTimed = readings.some(({ words }) => words.some(({ is }) => is === 'time'));
    const times = isTimed ? await readTimes() : undefined;
    const questions = readings.map((reading) => ({ ...own, shown, reading, ...(times === undefined ? {} : { times }) }));
    const likeliest = likeliestPlan(questions, !isLast);
    if (likeliest.kind !== 'look up') return likeliest;
    near = await nearValues(
      evidence.embedder,
      likeliest.unknown.map(({ words, column }) => ({ column, said: text.slice(words.start, words.end) })),
      signal,
    );
  }
  return { kind: 'unclear' };
}

const NAMING: ReadonlySet<WordUse> = new Set(['column', 'value', 'time', 'number', 'comparison']);

/** Words that may hold others which deny, rank or measure without doing so; all else of the question is held against the figure. */
function placesNamed({ words }: RowQuestionReading): readonly ReadPlace[] {
  return words.filter(({ is }) => NAMING.has(is)).map(({ start, end }) => ({ start, end }));
}

/** The values of each column that are nearest to the words by meaning. */
async function nearValues(
  embedder: Embedder,
  wanted: readonly { readonly column: LogColumn; readonly said: string }[],
  signal: AbortSignal,
): Promise<ReadonlyMap<LogColumn, readonly string[]>> {
  const near = new Map<LogColumn, readonly string[]>();
  for (const { column, said } of wanted) {
    const values = valuesOf(column);
    const vectors = await textVectors(embedder, [said, ...values], signal);
    const ranked = values.map((value, at) => ({ value, at, nearness: cosine(vectors.get(said), vectors.get(value)) }));
    ranked.sort((a, b) => b.nearness - a.nearness || a.at - b.at);
    near.set(column, [...(near.get(column) ?? []), ...ranked.slice(0, NEAR).map(({ value }) => value)]);
  }
  return near;
}

async function timesOf(
  { records }: Pick<Evidence, 'records'>,
  access: Access,
  from: RecordKind,
  { field }: LogColumn,
  signal: AbortSignal,
): Promise<LogTimes | undefined> {
  const measures = [
    { kind: 'min', field },
    { kind: 'max', field },
  ] as const;
  const { rows } = await records.aggregate(
    access,
    { from, where: { kind: 'all', filters: [] }, groupBy: [], measures, orderBy: [], limit: 1 },
    signal,
  );
  const [first, last] = rows[0] ?? [];
  return typeof first === 'number' && typeof last === 'number' ? { first, last } : undefined;
}
