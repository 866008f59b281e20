import { join } from 'node:path';
import { askQuestion } from '../../../app/index.ts';
import { generateDemoPlant } from '../../../datasets/index.ts';
import { gradeAnswer } from '../../metrics/grade-answer.ts';
import type { ScanMaterial } from './run-scan-suite.ts';

/** The plant of a seed, written into a folder, with those of its questions whose answer stands in a PDF. */
export async function plantMaterial(seed: number, folder: string): Promise<ScanMaterial> {
  const plant = await generateDemoPlant({ seed, folder });
  return {
    name: `plant ${seed}`,
    files: plant.manifest.documents.map(({ path }) => join(plant.folder, path)),
    questions: plant.gold
      .filter(({ gold }) => gold.some(({ file }) => file.endsWith('.pdf')))
      .map((gold) => ({
        id: gold.id,
        question: gold.question,
        ask: async (application, caller, signal) => (await askQuestion(application, caller, { question: gold.question }, signal)).content,
        grade: (content, fileOf) => gradeAnswer(gold, content, fileOf).kind,
      })),
  };
}
