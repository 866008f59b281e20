import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPlantFile, plantsLeft } from './plant-file.ts';
import { sumPlants } from './sum-plants.ts';
import type { PlantReport } from './tally-probes.ts';

const RUN = { count: 20, matrices: 2, demo: false };

function plantOf(given: Partial<PlantReport>): PlantReport {
  return {
    seed: 1,
    plant: 0,
    stores: 'files',
    of: RUN,
    probes: 10,
    seconds: 2,
    operations: [{ operation: 'getFact', probes: 10, forbidden: 1, refused: 4, compared: 2, hiding: 1 }],
    roles: [{ role: 'reader', probes: 10, forbidden: 1 }],
    different: 0,
    differences: [],
    faults: [],
    ...given,
  };
}

describe('plants that were probed', () => {
  it('are added up over seeds, each kind of stores by itself, with every difference and fault', () => {
    const difference = { operation: 'getFact', holder: 'reader with 维修', asked: '{}', full: '轴承', alone: '' };
    const fault = { fault: 'getFact as reader: 500, which is no answer', times: 2 };
    const [files, servers] = sumPlants([
      plantOf({ seed: 2, different: 1, differences: [difference], faults: [fault] }),
      plantOf({ plant: 1, roles: [{ role: 'admin', probes: 10, forbidden: 0 }] }),
      plantOf({ stores: 'servers' }),
      plantOf({ faults: [fault] }),
    ]);
    expect(files).toMatchObject({ probes: 30, seconds: 6, different: 1, differences: [difference], faults: [{ ...fault, times: 4 }] });
    expect(files?.operations).toEqual([{ operation: 'getFact', probes: 30, forbidden: 3, refused: 12, compared: 6, hiding: 3 }]);
    expect(files?.roles).toEqual([
      { role: 'admin', probes: 10, forbidden: 0 },
      { role: 'reader', probes: 20, forbidden: 2 },
    ]);
    expect(files?.runs).toEqual([
      { seed: 1, plants: 2, probes: 20, different: 0, faults: 1, seconds: 4 },
      { seed: 2, plants: 1, probes: 10, different: 1, faults: 1, seconds: 2 },
    ]);
    expect(servers).toMatchObject({ stores: 'servers', probes: 10, different: 0 });
  });

  it('are kept between runs, so that a run goes on where another of the same size stopped', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-plants-'));
    try {
      const file = openPlantFile(join(folder, 'plants.jsonl'));
      expect(await file.read()).toEqual([]);
      await Promise.all([file.add(plantOf({ plant: 1 })), file.add(plantOf({ seed: 2 }))]);
      const kept = await file.read();
      expect(plantsLeft(kept, { seed: 1, stores: 'files', ...RUN })).toEqual([0]);
      expect(plantsLeft(kept, { seed: 2, stores: 'files', ...RUN })).toEqual([1]);
      expect(plantsLeft(kept, { seed: 1, stores: 'servers', ...RUN })).toEqual([0, 1]);
      expect(plantsLeft(kept, { seed: 1, stores: 'files', ...RUN, count: 40 })).toEqual([0, 1]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('are not read from a file of something else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faultline-plants-'));
    try {
      await writeFile(join(folder, 'other.json'), '{"seed":1}\n');
      await expect(openPlantFile(join(folder, 'other.json')).read()).rejects.toMatchObject({ code: 'invalid-request' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
