import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerContent } from '../../../answering/index.ts';
import {
  type Application,
  askQuestion,
  configuredCaller,
  ingestFiles,
  loadConfig,
  openApplication,
  withoutServers,
} from '../../../app/index.ts';
import { compareText, FaultlineError } from '../../../kernel/index.ts';
import { PATIENT } from '../patient.ts';
import { type CheckedExport, checkExport } from './check-export.ts';
import { gradeLogAnswer, type LogGrade } from './grade-log-answer.ts';
import type { LogQuestion } from './log-question.ts';
import { type LogPart, readLogFolder, readLogQuestions } from './read-log-questions.ts';

export interface AskedLogQuestion {
  readonly question: LogQuestion;
  readonly grade: LogGrade;
  readonly content: AnswerContent;
}

export interface LogReport {
  /** None of a folder of one's own. */
  readonly part?: LogPart;
  /** Ordered by id. */
  readonly asked: readonly AskedLogQuestion[];
  /** Exports that were asked about, ordered by name. */
  readonly exports: readonly CheckedExport[];
}

export interface LogSuiteOptions {
  /** Folder of the questions, their exports and truths. */
  readonly questionFolder: string;
  /** Folder of the public sets. */
  readonly dataFolder: string;
  readonly part: LogPart;
  /** Questions of one's own in place of a part: a folder with `questions.jsonl` beside its `exports`. */
  readonly from?: string;
  /** Keeps a data folder for each set of files, so that the next run finds them read. */
  readonly into?: string;
  /** Only questions whose id begins with one of these. */
  readonly only?: readonly string[];
  readonly onProgress: (text: string) => void;
}

/** Reads the files that questions are about, each set of files into a data folder of its own, asks as a user asks, and grades each answer. */
export async function runLogSuite(options: LogSuiteOptions, signal: AbortSignal): Promise<LogReport> {
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-logs-'));
  try {
    const { from } = options;
    const { questions, folder, truths } =
      from === undefined ? await readLogQuestions(options.questionFolder, options.part, workspace) : await readLogFolder(from);
    const chosen = questions.filter(({ id }) => options.only === undefined || options.only.some((start) => id.startsWith(start)));
    const asked: AskedLogQuestion[] = [];
    const exports: CheckedExport[] = [];
    for (const [name, group] of byFiles(chosen)) {
      options.onProgress(name);
      const paths = (group[0]?.files ?? []).map((file) => join(file.startsWith('exports/') ? folder : options.dataFolder, file));
      const missing = paths.filter((path) => !existsSync(path));
      if (missing.length > 0)
        throw new FaultlineError('invalid-request', `There is no file "${missing.join('", "')}"; set FAULTLINE_DATA.`);
      const home = join(options.into ?? workspace, `logs-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`);
      const application = await openApplication(loadConfig({ ...PATIENT, home }, withoutServers()));
      try {
        // Taken in once more, a file that was read is told to be known.
        const { files } = await ingestFiles(application, configuredCaller(application.config), { paths }, () => undefined, signal);
        asked.push(...(await askAll(application, group, signal)));
        for (const file of truths === undefined ? [] : files.filter(({ version }) => /^E\d+_/.test(version.fileName)))
          exports.push(await checkExport(application, truths ?? '', file, signal));
      } finally {
        await application.close();
      }
    }
    return {
      ...(from === undefined ? { part: options.part } : {}),
      asked: asked.sort((a, b) => compareText(a.question.id, b.question.id)),
      exports,
    };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function askAll(application: Application, questions: readonly LogQuestion[], signal: AbortSignal): Promise<AskedLogQuestion[]> {
  const caller = configuredCaller(application.config);
  const asked: AskedLogQuestion[] = [];
  for (const question of questions) {
    const { content } = await askQuestion(application, caller, { question: question.text }, signal);
    asked.push({ question, content, grade: gradeLogAnswer(question, content) });
  }
  return asked;
}

function byFiles(questions: readonly LogQuestion[]): ReadonlyMap<string, readonly LogQuestion[]> {
  const groups = new Map<string, LogQuestion[]>();
  for (const question of questions) {
    const name = question.files.join(', ');
    groups.set(name, [...(groups.get(name) ?? []), question]);
  }
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}
