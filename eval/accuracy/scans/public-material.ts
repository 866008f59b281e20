import { basename, join } from 'node:path';
import { askQuestion } from '../../../app/index.ts';
import type { FieldQuestion } from '../field/field-question.ts';
import { gradeFieldAnswer } from '../field/grade-field-answer.ts';
import type { ScanMaterial } from './run-scan-suite.ts';

/** PDFs of the public sets that are asked about, with the questions that can be understood alone and are answered in them. */
export function publicMaterial(dataFolder: string, questions: readonly FieldQuestion[]): ScanMaterial {
  const asked = questions.filter(({ turn, answerable, places }) => turn === 1 && answerable && places.some(({ file }) => isPdf(file)));
  const files = [...new Set(asked.flatMap(({ places }) => places.map(({ file }) => file)))].filter(isPdf).sort();
  return {
    name: `public: ${files.map((file) => basename(file)).join(', ')}`,
    files: files.map((file) => join(dataFolder, file)),
    questions: asked.map((one) => ({
      id: one.id,
      question: one.question,
      ask: async (application, caller, signal) => (await askQuestion(application, caller, { question: one.question }, signal)).content,
      grade: (content) => gradeFieldAnswer(one, content),
    })),
  };
}

function isPdf(file: string): boolean {
  return file.endsWith('.pdf');
}
