import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../../app/index.ts';
import { PATIENT } from '../patient.ts';
import type { DrawingPlan } from './drawing-plan.ts';
import type { DrawnQuestion } from './drawn-question.ts';
import type { DrawnGrade } from './grade-drawn-answer.ts';
import { planDrawing } from './plan-drawing.ts';
import type { DrawingForm } from './write-sheets.ts';

export interface GradedDrawnQuestion extends DrawnQuestion {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly grade: DrawnGrade;
  readonly decision: string;
  readonly told: readonly string[];
}

/** Draws what is planned of each seed in each form, ingests its sheets into an empty data folder and grades answers over them. Leaves nothing behind. */
export async function runDrawingQuestions(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onDrawing: (seed: number, form: DrawingForm) => void,
  signal: AbortSignal,
  plan: DrawingPlan = 'skid',
): Promise<readonly GradedDrawnQuestion[]> {
  const graded: GradedDrawnQuestion[] = [];
  for (const seed of seeds)
    for (const form of forms) {
      graded.push(...(await askOne(plan, seed, form, signal)));
      onDrawing(seed, form);
    }
  return graded;
}

async function askOne(plan: DrawingPlan, seed: number, form: DrawingForm, signal: AbortSignal): Promise<readonly GradedDrawnQuestion[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawing-questions-'));
  try {
    const planned = planDrawing(plan, seed);
    const paths: string[] = [];
    for (const { fileName, content } of await planned.write(form)) {
      const path = join(folder, fileName);
      await writeFile(path, content);
      paths.push(path);
    }
    const application = await openApplication(loadConfig({ ...PATIENT, home: join(folder, 'home') }, {}));
    try {
      const caller = configuredCaller(application.config);
      await ingestFiles(application, caller, { paths }, () => undefined, signal);
      const graded: GradedDrawnQuestion[] = [];
      for (const asked of planned.questions()) {
        const { content } = await askQuestion(application, caller, { question: asked.question }, signal);
        const told = content.claims.map(({ text }) => text);
        graded.push({ ...asked, seed, form, grade: planned.grade(asked, content), decision: content.decision, told });
      }
      return graded;
    } finally {
      await application.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
