import type { Access, RecordKind } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';
import type { Question } from '../question/question.ts';
import { type Log, readLog } from './log-columns.ts';
import { mayNameCollection } from './read-collection.ts';

/** The log of each kind of rows; without columns where no rows of it may be read. */
export type Logs = (kind: RecordKind) => Promise<Log>;

/** Logs for one question, each read once however many plans are made over it. */
export function logsOf(evidence: Evidence, access: Access, question: Question, signal: AbortSignal): Logs {
  const withDocuments = mayNameCollection(question);
  const read = new Map<RecordKind, Promise<Log>>();
  return (kind) => {
    const log = read.get(kind) ?? readLog(evidence, access, { kind, withDocuments }, signal);
    read.set(kind, log);
    return log;
  };
}
