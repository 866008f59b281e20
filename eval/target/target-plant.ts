import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generateDemoPlant } from '../../datasets/index.ts';
import { FaultlineError } from '../../kernel/index.ts';
import { type PlantQuestions, plantCorpus } from '../accuracy/open-plant.ts';
import type { Deployment } from './deployment.ts';

const MOST_NAMED = 3;

/**
 * The questions of the plant of a seed, for a service that holds its documents.
 * @throws FaultlineError `not-found` where it lacks some, with how they are sent there.
 */
export async function targetPlant(deployment: Deployment, seed: number, signal: AbortSignal): Promise<PlantQuestions> {
  const files = await deployment.fileNames(signal);
  const workspace = await mkdtemp(join(tmpdir(), 'faultline-plant-'));
  try {
    const { manifest, gold } = await generateDemoPlant({ seed, folder: join(workspace, 'plant') });
    const held = new Set(files.values());
    const wanted = manifest.documents.map(({ path }) => basename(path));
    const lacking = wanted.filter((name) => !held.has(name));
    if (lacking.length > 0) {
      const named = lacking.slice(0, MOST_NAMED).join(', ');
      throw new FaultlineError(
        'not-found',
        `The target lacks ${lacking.length} of the ${wanted.length} documents of demo plant ${seed} that its questions are about (${named}): make them with \`npx tsx datasets/demo-plant/generate.ts --seed ${seed} --out <folder>\` and send them there, or ask questions of your own (\`faultline eval run questions\`).`,
      );
    }
    return { gold, corpus: plantCorpus(wanted, gold), fileOf: (document) => files.get(document) };
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}
