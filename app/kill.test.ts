import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultPoint } from './test-support/fault-point.ts';
import { type Phase, resumePlantScript, runPlantScript } from './test-support/plant-script.ts';
import { rebuiltProjections, type WholeState, wholeState } from './test-support/whole-state.ts';
import { openHome, withApplication, withFolder } from './test-support/workspace.ts';

/** Later than any lease that the dead process held. */
const LATER = { now: () => Date.now() + 600_000 };

const MINUTE = 60_000;

type Kill = readonly [step: string, phase: Phase, method: string, call: number, moment: FaultPoint['moment']];
type Reader = 'here' | 'process';

const KILLS: readonly Kill[] = [
  ['receive', 'ingest', 'blobs.put', 1, 'after'],
  ['receive', 'ingest', 'ledger.documents.accept', 2, 'after'],
  ['survey', 'ingest', 'ledger.stages.commitSurvey', 1, 'before'],
  ['survey', 'ingest', 'ledger.stages.commitSurvey', 2, 'after'],
  ['parsed', 'ingest', 'ledger.stages.commitParsed', 2, 'before'],
  ['parsed', 'ingest', 'ledger.stages.commitParsed', 2, 'after'],
  ['extracted', 'ingest', 'ledger.stages.commitExtracted', 3, 'before'],
  ['extracted', 'ingest', 'ledger.stages.commitExtracted', 2, 'after'],
  ['resolved', 'ingest', 'ledger.stages.commitResolved', 2, 'before'],
  ['resolved', 'ingest', 'ledger.stages.commitResolved', 1, 'after'],
  ['project search', 'ingest', 'index.replace', 2, 'before'],
  ['project search', 'ingest', 'index.replace', 2, 'within'],
  ['project search', 'ingest', 'index.replace', 2, 'after'],
  ['project graph', 'ingest', 'graph.replace', 1, 'before'],
  ['project graph', 'ingest', 'graph.replace', 3, 'within'],
  ['project graph', 'ingest', 'graph.replace', 2, 'after'],
  ['project graph', 'ingest', 'graph.replaceKeys', 1, 'before'],
  ['project graph', 'ingest', 'graph.replaceKeys', 3, 'after'],
  ['delivered', 'ingest', 'ledger.outbox.delivered', 1, 'before'],
  ['delivered', 'ingest', 'ledger.outbox.delivered', 4, 'before'],
  ['settle', 'ingest', 'ledger.documents.settle', 2, 'after'],
  ['visible', 'ingest', 'ledger.makeVisible', 3, 'before'],
  ['visible', 'ingest', 'ledger.makeVisible', 1, 'after'],
  ['finish', 'ingest', 'ledger.jobs.finish', 2, 'before'],
  ['retract', 'delete', 'ledger.deleteDocument', 1, 'after'],
  ['drop', 'delete', 'index.drop', 1, 'after'],
  ['drop', 'delete', 'graph.drop', 1, 'before'],
  ['bytes', 'delete', 'blobs.delete', 1, 'before'],
  ['bytes', 'delete', 'blobs.delete', 1, 'after'],
  ['purge', 'delete', 'ledger.purge', 1, 'after'],
  ['project after purge', 'delete', 'graph.replaceKeys', 1, 'before'],
];

describe('a process that is killed', () => {
  let uninterrupted: WholeState;
  const histogram = new Map<string, number>();

  beforeAll(async () => {
    uninterrupted = await withApplication(async (application) => {
      await runPlantScript(application, () => undefined);
      return wholeState(application);
    });
  });
  afterAll(() => {
    const lines = [...histogram].map(([step, kills]) => `  ${step.padEnd(20)} ${'█'.repeat(kills)} ${kills}`);
    process.stdout.write(`Kills by step:\n${lines.join('\n')}\n`);
  });

  async function killAndResume(kill: Kill, reader: Reader): Promise<void> {
    const [step, phase, method, call, moment] = kill;
    await withFolder(async (folder) => {
      const home = join(folder, 'home');
      expect(await runAndDie({ home, reader, phase, point: { method, call, moment } })).toBe('SIGKILL');
      histogram.set(step, (histogram.get(step) ?? 0) + 1);
      const application = await openHome(home, { clock: LATER });
      try {
        await resumePlantScript(application, phase);
        const state = await wholeState(application);
        expect(state).toEqual(uninterrupted);
        expect(state.projections).toEqual(await rebuiltProjections(application));
      } finally {
        await application.close();
      }
    });
  }

  it.each(KILLS)('goes on as if nothing had happened: %s (%s), %s, call %i, %s', { timeout: MINUTE }, (...kill) =>
    killAndResume(kill, 'here'),
  );

  it('goes on as if nothing had happened while a process of its own reads', { timeout: MINUTE }, () =>
    killAndResume(['parsed', 'ingest', 'ledger.stages.commitParsed', 2, 'before'], 'process'),
  );
});

/** The signal by which the process ended, or what it said when it ended by itself. */
async function runAndDie(argument: { home: string; reader: Reader; phase: Phase; point: FaultPoint }): Promise<string> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const entry = fileURLToPath(new URL('./test-support/run-and-die.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, entry, JSON.stringify(argument)], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal ?? `ended with ${code}: ${said}`;
}
