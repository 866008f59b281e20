import { expect, it } from 'vitest';
import { readManifests } from './read-manifests.ts';

it('reads the manifest of every public set, whatever other folders stand beside them', async () => {
  const sets = (await readManifests('datasets')).map(({ set }) => set);
  expect(sets).toContain('neuron-docs');
  expect(sets).not.toContain('forms');
  expect(sets.length).toBeGreaterThan(15);
});
