import { printTable } from '../../print-table.ts';
import type { MemorySample, SoakReport } from './run-soak.ts';

/** Minutes of a process in which it fills its caches, and from then on the first and the last over which its memory is taken. */
const WARM_MINUTES = 5;
const COMPARED_MINUTES = 2;
const MEBIBYTE = 1024 * 1024;

/** The run in words and tables, as it is kept with the project. */
export function reportSoak(report: SoakReport): string {
  const { seed, minutes, users, kinds, memory, killedAt, awaySeconds, acknowledged, deleted, documents, faults } = report;
  const calls = kinds.reduce((sum, kind) => sum + kind.calls, 0);
  const rows = kinds.map((one) => [one.kind, one.calls, statusesOf(one.statuses), whole(one.p50), whole(one.p95), whole(one.p99)]);
  return [
    '# Soak',
    '',
    'Users at work on a service that runs as a process of its own: each asks, searches, looks at lists, documents and pictures, sends',
    'small documents (reading goes on behind) and deletes old ones of its own, with pauses of up to two seconds. The service is killed',
    '(SIGKILL) amid it and started again at the same port. At the end nothing is left to read, every document that was acknowledged',
    'and not deleted is there once and readable, and no deleted one is.',
    '',
    `Seed ${seed}, ${users} users, ${minutes} minutes: ${calls} calls, ${faults.length} faults; killed after ${killedAt.toFixed(1)} minutes, away for ${awaySeconds.toFixed(1)} s; ${acknowledged} documents acknowledged, ${deleted} of them deleted, ${documents} listed at the end with those of the demo plant.`,
    '',
    '`killed`: calls that were under way when the service was killed. Milliseconds of calls that were answered with 2xx.',
    '```',
    printTable(['kind', 'calls', 'statuses', 'p50', 'p95', 'p99'], rows),
    '```',
    'Resident memory in MiB, median of each minute (`life` is the process before or after the kill):',
    '```',
    printTable(['minute', 'life', 'service', 'with children'], byMinute(memory)),
    '```',
    ...growth(memory),
    ...faults.map((fault) => `- ${fault}`),
    '',
  ].join('\n');
}

/** Growth of each process that lived long enough, between its first minutes after the warm ones and its last. */
function growth(memory: readonly MemorySample[]): readonly string[] {
  return ([1, 2] as const).flatMap((life) => {
    const own = memory.filter((sample) => sample.life === life);
    const begin = own[0]?.minute ?? 0;
    const end = own.at(-1)?.minute ?? 0;
    const warm = begin + WARM_MINUTES;
    if (end < warm + 2 * COMPARED_MINUTES) return [`Process ${life} lived too short for its growth to be told.`];
    const early = own.filter(({ minute }) => minute >= warm && minute < warm + COMPARED_MINUTES);
    const late = own.filter(({ minute }) => minute > end - COMPARED_MINUTES);
    const share = (of: (sample: MemorySample) => number): string => {
      const [before, after] = [median(early.map(of)), median(late.map(of))];
      return `${(((after - before) / before) * 100).toFixed(1)} %`;
    };
    return [
      `Process ${life}: growth from minutes ${warm.toFixed(0)}–${(warm + COMPARED_MINUTES).toFixed(0)} to the last ${COMPARED_MINUTES}: service ${share(({ service }) => service)}, with children ${share((sample) => sample.service + sample.children)}.`,
    ];
  });
}

function byMinute(memory: readonly MemorySample[]): readonly (readonly (string | number)[])[] {
  const groups = new Map<string, MemorySample[]>();
  for (const sample of memory) {
    const name = `${Math.floor(sample.minute)} ${sample.life}`;
    groups.set(name, [...(groups.get(name) ?? []), sample]);
  }
  return [...groups].map(([name, samples]) => {
    const [minute = '', life = ''] = name.split(' ');
    const service = median(samples.map((sample) => sample.service));
    return [minute, life, whole(service / MEBIBYTE), whole(median(samples.map((one) => one.service + one.children)) / MEBIBYTE)];
  });
}

function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? 0;
}

function statusesOf(statuses: Readonly<Record<string, number>>): string {
  return Object.entries(statuses)
    .map(([status, times]) => `${status}×${times}`)
    .join(' ');
}

function whole(value: number): string {
  return value.toFixed(0);
}
