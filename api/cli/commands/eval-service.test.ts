import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSoak, runUploadKills } from '../../../eval/index.ts';
import { entryBeside, programEntry } from '../../../kernel/index.ts';

const MINUTES = 600_000;
const NEVER = new AbortController().signal;
const program = programEntry(entryBeside(import.meta.url, '../main'));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-service-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Slices: `eval run soak` and `eval run kills --during uploads` take as long as they are told.

it('a service that users work on answers them, and has after a kill what it acknowledged', { timeout: MINUTES }, async () => {
  const report = await runSoak({ seed: 3, minutes: 0.5, users: 4, plant: false, folder, program }, NEVER);
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.kinds.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(5);
});

it('a service that is killed while documents are sent to it has each of them once, and none failed', { timeout: MINUTES }, async () => {
  const report = await runUploadKills({ seed: 3, count: 2, senders: 3, folder, program }, NEVER);
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ kills: 2, documents: report.acknowledged });
});
