import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHere } from '../../../ingest/index.ts';
import { openDataFolder } from './data-folder.ts';
import { REMOVAL_TRIALS, runRemovalSuite } from './removal-suite.ts';
import { differences, stateOf } from './state-of.ts';
import { describeRemoval } from './tabulate-removal.ts';

const NEVER = new AbortController().signal;
const FILES = {
  '手册.md': '# 泵 P-101\n\nP-101 机械密封泄漏的原因：轴承磨损。\n',
  'manual.md': '# Pump P-101\n\nThe tightening torque of the coupling bolts of P-101 is 48 N·m.\n',
  '工单.csv': '日期,设备,故障现象,原因\n2024-03-05,P-101,机械密封泄漏,干运转\n',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-removal-test-'));
  await mkdir(join(folder, 'manifests', 'small'), { recursive: true });
  await mkdir(join(folder, 'data', 'small'), { recursive: true });
  const manifest = { set: 'small', source: 'written here', licence: 'Apache-2.0', documents: [{ glob: 'small/*', expected: 'visible' }] };
  await writeFile(join(folder, 'manifests', 'small', 'manifest.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, 'data', 'small', name), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the trial of removal', () => {
  it('tries every document of a set and finds nothing left behind', { timeout: 900_000 }, async () => {
    const report = await runRemovalSuite(
      {
        dataFolder: join(folder, 'data'),
        manifestFolder: join(folder, 'manifests'),
        only: ['small'],
        onGroup: () => undefined,
        onSet: async () => undefined,
      },
      NEVER,
    );
    expect(report.documents.map(({ uri }) => uri).sort()).toEqual(
      Object.keys(FILES)
        .map((name) => `small/${name}`)
        .sort(),
    );
    expect(report.documents.flatMap(({ faults }) => faults)).toEqual([]);
    const page = describeRemoval(report);
    expect(page).toContain('No document left a difference.');
    for (const trial of REMOVAL_TRIALS) expect(page).toContain(trial);
  });

  it('names every part in which a folder differs that kept something', { timeout: 900_000 }, async () => {
    const [one, two] = await Promise.all(['one', 'two'].map((name) => openDataFolder(join(folder, name), { read: readHere }, NEVER)));
    if (one === undefined || two === undefined) throw new Error('two folders were opened');
    const path = (name: string) => ({ uri: name, path: join(folder, 'data', 'small', name) });
    for (const home of [one, two]) await home.send(path('手册.md'));
    await two.send(path('工单.csv'));
    const kept = await stateOf(two.application, new Map(), NEVER);
    const never = await stateOf(one.application, kept.units, NEVER);
    const parts = differences(never, kept).map((part) => part.split(' ')[0]);
    expect(parts).toEqual(expect.arrayContaining(['bytes', 'document', 'fact', 'graph', 'index', 'passage', 'record', 'version']));
    await two.deleteDocument('工单.csv');
    expect(differences(never, await stateOf(two.application, kept.units, NEVER))).toEqual([]);
    for (const home of [one, two]) await home.close();
  });
});
