import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askQuestion, configuredCaller, ingestFiles, loadConfig, openApplication } from '../../../app/index.ts';
import { makeSkid } from '../../../datasets/index.ts';
import { PATIENT } from '../patient.ts';
import { gradeSkidAnswer, type SkidGrade } from './grade-skid-answer.ts';
import { type SkidQuestion, skidQuestions } from './skid-questions.ts';
import { type DrawingForm, writeSheets } from './write-sheets.ts';

export interface GradedSkidQuestion extends SkidQuestion {
  readonly seed: number;
  readonly form: DrawingForm;
  readonly grade: SkidGrade;
  readonly decision: string;
  readonly told: readonly string[];
}

/** Draws a skid of each seed in each form, ingests its sheets into an empty data folder and grades answers over them. Leaves nothing behind. */
export async function runDrawingQuestions(
  seeds: readonly number[],
  forms: readonly DrawingForm[],
  onSkid: (seed: number, form: DrawingForm) => void,
  signal: AbortSignal,
): Promise<readonly GradedSkidQuestion[]> {
  const graded: GradedSkidQuestion[] = [];
  for (const seed of seeds)
    for (const form of forms) {
      graded.push(...(await askOne(seed, form, signal)));
      onSkid(seed, form);
    }
  return graded;
}

async function askOne(seed: number, form: DrawingForm, signal: AbortSignal): Promise<readonly GradedSkidQuestion[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faultline-drawing-questions-'));
  try {
    const skid = makeSkid(seed);
    const paths: string[] = [];
    for (const { fileName, content } of await writeSheets(skid, form)) {
      const path = join(folder, fileName);
      await writeFile(path, content);
      paths.push(path);
    }
    const application = await openApplication(loadConfig({ ...PATIENT, home: join(folder, 'home') }, {}));
    try {
      const caller = configuredCaller(application.config);
      await ingestFiles(application, caller, { paths }, () => undefined, signal);
      const graded: GradedSkidQuestion[] = [];
      for (const asked of skidQuestions(skid)) {
        const { content } = await askQuestion(application, caller, { question: asked.question }, signal);
        const told = content.claims.map(({ text }) => text);
        graded.push({ ...asked, seed, form, grade: gradeSkidAnswer(asked, content), decision: content.decision, told });
      }
      return graded;
    } finally {
      await application.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
