import { printTable } from '../../print-table.ts';
import { MOMENTS } from '../kills/fault-point.ts';
import type { Counts } from './ask-meanwhile.ts';
import type { ClusterReport } from './run-cluster-suite.ts';
import type { TrialReport } from './run-trial.ts';
import { WORKER_STEPS } from './worker-points.ts';

/** The run in words, a line a trial, and a histogram of what kills hit, as it is kept with the project. */
export function reportCluster({ seed, asked, trials }: ClusterReport): string {
  const kills = trials.flatMap((trial) => trial.kills);
  const bad = trials.filter(({ faults }) => faults.length > 0);
  const sum = (of: (trial: TrialReport) => number): number => trials.reduce((total, trial) => total + of(trial), 0);
  const slowest = Math.max(0, ...trials.map((trial) => trial.asked.slowestMilliseconds));
  return [
    '# Trials of a site on servers',
    '',
    `Written by \`faultline eval run cluster --seed ${seed} --count ${asked.count} --server-kills ${asked.serverKills} --write\`.`,
    '',
    'Each trial is an empty site on PostgreSQL, Neo4j and Elasticsearch. One process sends a random course of documents (new ones,',
    'the same ones again, new versions, other labels, deletions, versions taken back) and asks questions meanwhile; two worker',
    'processes read them, and are killed (SIGKILL) at seeded points, by their own last words, and started again. The clock of all',
    'processes is then moved ahead by 61 s, past every lease and turn: the one that lives may have lost its job, too. In the first',
    'trials one server is killed as well, amid a job and a question, and started again while documents keep coming.',
    '',
    'Then canonical export, index, graph and bytes have to equal those of a site in one folder to which only what lasts was sent,',
    'in another order (I1 to I4); every digest of index and graph what the ledger says, before and after both were made anew (I8);',
    "a reader of random labels has to get what a site of this reader's documents gives (I6); every acknowledged version has to be",
    'there once, read and visible; the audit trail has to verify; and no process may have logged an error of ours. One seed is one',
    'course with its points; how the processes interleave is left to the machine.',
    '',
    `${trials.length} of ${asked.count} trials were run; ${bad.length} broke a law. ${kills.length} workers and ${trials.filter((trial) => trial.serverKill !== undefined).length} servers were killed. Of the questions and`,
    `searches meanwhile ${sum((trial) => trial.asked.answered)} were answered whole, ${sum((trial) => total(trial.asked.degraded))} without a store that they name, ${sum((trial) => total(trial.asked.refused))} refused with a typed error; the slowest took ${(slowest / 1_000).toFixed(1)} s.`,
    '',
    '```',
    printTable(
      ['seed', 'steps', 'documents', 'seconds', 'answered', 'degraded', 'refused', 'result', 'killed'],
      trials.map((trial) => [
        trial.seed,
        trial.steps,
        trial.documents,
        Math.round(trial.milliseconds / 1_000),
        trial.asked.answered,
        told(trial.asked.degraded),
        told(trial.asked.refused),
        trial.faults.length === 0 ? 'held' : 'BROKEN',
        killed(trial),
      ]),
    ),
    '```',
    '',
    '## What the kills hit',
    '```',
    printTable(
      ['step of a worker', ...MOMENTS, 'kills'],
      WORKER_STEPS.map(({ name }) => {
        const here = kills.filter(({ step }) => step === name);
        return [name, ...MOMENTS.map((moment) => here.filter((kill) => kill.moment === moment).length), here.length];
      }),
    ),
    '```',
    ...bad.flatMap((trial) => ['', `## Seed ${trial.seed}`, ...trial.faults.map((fault) => `- ${fault}`)]),
    '',
  ].join('\n');
}

function killed({ kills, serverKill }: TrialReport): string {
  const workers = kills.map(({ step, call, moment }) => `${step} (${moment}, call ${call})`);
  if (serverKill === undefined) return workers.join('; ');
  const { server, running, awayMilliseconds } = serverKill;
  return [`${server} for ${Math.round(awayMilliseconds / 1_000)} s amid ${running.join(', ')} and a question`, ...workers].join('; ');
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function told(counts: Counts): string {
  return (
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || '0'
  );
}
