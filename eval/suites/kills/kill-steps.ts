import type { Moment } from './fault-point.ts';
import type { Phase } from './phases.ts';

/** A step of the work in which processes are killed: every commit, every step of the projector, every removal. */
export interface KillStep {
  readonly name: string;
  readonly phase: Phase;
  /** Path of the method from the application. */
  readonly method: string;
  readonly moments: readonly Moment[];
}

const COMMIT: readonly Moment[] = ['before', 'during', 'during', 'during', 'after'];
/** A store that is given batches. */
const REPLACE: readonly Moment[] = ['before', 'during', 'within', 'after'];

const step = (name: string, phase: Phase, method: string, moments = COMMIT): KillStep => ({ name, phase, method, moments });

export const KILL_STEPS: readonly KillStep[] = [
  step('receive: keep bytes', 'ingest', 'blobs.put'),
  step('receive: accept', 'ingest', 'ledger.documents.accept'),
  step('job: claim', 'ingest', 'ledger.jobs.claim'),
  step('job: heartbeat', 'ingest', 'ledger.jobs.heartbeat'),
  step('job: finish', 'ingest', 'ledger.jobs.finish'),
  step('parse: survey', 'ingest', 'ledger.stages.commitSurvey'),
  step('parse: describe', 'ingest', 'ledger.documents.describe'),
  step('read: chunk', 'ingest', 'ledger.stages.commitRead'),
  step('state of version', 'ingest', 'ledger.documents.setState'),
  step('extract: chunk', 'ingest', 'ledger.stages.commitExtracted'),
  step('resolve', 'ingest', 'ledger.stages.commitResolved'),
  step('project: index of version', 'ingest', 'index.replace', REPLACE),
  step('project: graph of version', 'ingest', 'graph.replace', REPLACE),
  step('project: graph of keys', 'ingest', 'graph.replaceKeys'),
  step('project: flush of index', 'ingest', 'index.flush'),
  step('project: flush of graph', 'ingest', 'graph.flush'),
  step('project: delivered', 'ingest', 'ledger.outbox.delivered'),
  step('settle', 'ingest', 'ledger.documents.settle'),
  step('show', 'ingest', 'ledger.makeVisible'),
  step('revise: accept', 'revise', 'ledger.documents.accept'),
  step('revise: show', 'revise', 'ledger.makeVisible'),
  step('relabel: accept', 'relabel', 'ledger.documents.accept'),
  step('relabel: project index', 'relabel', 'index.replace', REPLACE),
  step('relabel: project graph', 'relabel', 'graph.replace', REPLACE),
  step('decide', 'decide', 'ledger.decisions.decide'),
  step('decide: project graph', 'decide', 'graph.replaceKeys'),
  step('correct: decide', 'correct', 'ledger.decisions.decide'),
  step('correct: claim', 'correct', 'ledger.jobs.claim'),
  step('correct: read chunk', 'correct', 'ledger.stages.commitRead'),
  step('correct: extract', 'correct', 'ledger.stages.commitExtracted'),
  step('correct: project index', 'correct', 'index.replace', REPLACE),
  step('correct: take its place', 'correct', 'ledger.stages.takePlace'),
  step('take back: retract', 'take-back', 'ledger.retract'),
  step('take back: drop from index', 'take-back', 'index.drop'),
  step('take back: purge', 'take-back', 'ledger.purge'),
  step('delete: retract', 'delete', 'ledger.deleteDocument'),
  step('delete: drop from index', 'delete', 'index.drop'),
  step('take back: graph of keys', 'take-back', 'graph.replaceKeys'),
  step('delete: drop from graph', 'delete', 'graph.drop'),
  step('delete: bytes', 'delete', 'blobs.delete'),
  step('delete: purge', 'delete', 'ledger.purge'),
  step('delete log: remove a batch', 'delete-log', 'ledger.purge'),
  step('delete log: graph of keys between batches', 'delete-log', 'graph.replaceKeys'),
  step('delete: graph of keys after purge', 'delete', 'graph.replaceKeys'),
  step('backup: hold of bytes', 'backup', 'blobs.holdDeletions'),
  step('backup: seal', 'backup', 'ledger.audit.seal'),
  step('after backup: bytes', 'backup', 'blobs.delete'),
  step('seal', 'seal', 'ledger.audit.seal'),
];
