import { join } from 'node:path';
import { z } from 'zod';
import { FaultlineError } from '../../kernel/index.ts';
import { runProgram } from './program.ts';

const ingested = z.array(
  z.object({
    version: z.object({
      outcome: z.string().optional(),
      reason: z.string().optional(),
      pages: z.number().optional(),
      report: z.object({ passages: z.number(), rows: z.object({ total: z.number() }).optional() }).optional(),
    }),
  }),
);

/** What it took to make files visible with `faultline ingest`, starting the program included. */
export interface FilesReport {
  readonly pages: number;
  readonly rows: number;
  readonly passages: number;
  readonly seconds: number;
  readonly peakMegabytes?: number;
}

/**
 * Reads files into a new data folder by the program as a user runs it.
 * @throws FaultlineError `internal` when a file does not become visible whole: its figures would tell nothing.
 */
export async function measureFiles(folder: string, paths: readonly string[], signal: AbortSignal): Promise<FilesReport> {
  const { printed, seconds, peakMegabytes } = await runProgram(['ingest', ...paths, '--home', join(folder, 'home'), '--json'], signal);
  const { files } = z.object({ files: ingested }).parse(JSON.parse(printed));
  const bad = files.find(({ version }) => version.outcome !== 'visible');
  if (bad !== undefined) throw new FaultlineError('internal', `A file of the bench ended as ${bad.version.outcome}: ${bad.version.reason}`);
  const sum = (count: (version: (typeof files)[number]['version']) => number | undefined) =>
    files.reduce((total, { version }) => total + (count(version) ?? 0), 0);
  return {
    pages: sum((version) => version.pages),
    rows: sum((version) => version.report?.rows?.total),
    passages: sum((version) => version.report?.passages),
    seconds,
    ...(peakMegabytes === undefined ? {} : { peakMegabytes }),
  };
}
