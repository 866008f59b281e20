import type { Random } from '../../../datasets/index.ts';
import type { FaultPoint, Moment } from '../kills/fault-point.ts';

/** A step of a worker at which it may die. */
interface WorkerStep {
  readonly name: string;
  /** Path of the method from the application. */
  readonly method: string;
  /** How often a worker mostly comes there in one course. */
  readonly calls: number;
  readonly moments?: readonly Moment[];
}

const COMMIT: readonly Moment[] = ['before', 'during', 'during', 'during', 'after'];
const REPLACE: readonly Moment[] = ['before', 'during', 'within', 'after'];

export const WORKER_STEPS: readonly WorkerStep[] = [
  { name: 'job: claim', method: 'ledger.jobs.claim', calls: 4 },
  { name: 'job: heartbeat', method: 'ledger.jobs.heartbeat', calls: 9 },
  { name: 'job: finish', method: 'ledger.jobs.finish', calls: 2 },
  { name: 'parse: survey', method: 'ledger.stages.commitSurvey', calls: 2 },
  { name: 'parse: describe', method: 'ledger.documents.describe', calls: 2 },
  { name: 'read: chunk', method: 'ledger.stages.commitRead', calls: 2 },
  { name: 'extract: chunk', method: 'ledger.stages.commitExtracted', calls: 2 },
  { name: 'resolve', method: 'ledger.stages.commitResolved', calls: 2 },
  { name: 'state of version', method: 'ledger.documents.setState', calls: 5 },
  { name: 'project: take turn', method: 'ledger.turns.take', calls: 3 },
  { name: 'project: index of version', method: 'index.replace', calls: 2, moments: REPLACE },
  { name: 'project: graph of version', method: 'graph.replace', calls: 2, moments: REPLACE },
  { name: 'project: graph of keys', method: 'graph.replaceKeys', calls: 2 },
  { name: 'project: flush of index', method: 'index.flush', calls: 2 },
  { name: 'project: flush of graph', method: 'graph.flush', calls: 2 },
  { name: 'project: delivered', method: 'ledger.outbox.delivered', calls: 3 },
  { name: 'settle', method: 'ledger.documents.settle', calls: 2 },
  { name: 'show', method: 'ledger.makeVisible', calls: 2 },
  { name: 'remove: drop from index', method: 'index.drop', calls: 1 },
  { name: 'remove: drop from graph', method: 'graph.drop', calls: 1 },
  { name: 'remove: bytes', method: 'blobs.delete', calls: 1 },
  { name: 'remove: purge', method: 'ledger.purge', calls: 1 },
];

/** Most calls are short: small numbers of turns are as likely as large ones. */
const MOST_TURNS = 600;

export function drawPoint({ method, calls, moments = COMMIT }: WorkerStep, random: Random): FaultPoint {
  return {
    method,
    call: random.integer(1, calls),
    moment: random.pick(moments),
    turns: Math.round(MOST_TURNS ** random.next()),
  };
}
