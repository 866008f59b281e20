import { openCrossEncoder, openRowQuestionReader } from '../models/index.ts';
import type { Application } from './application.ts';

/** What reads questions beside passages and rows; each is loaded when it is asked first. */
export type ReadingModels = Required<Pick<Application, 'crossEncoder' | 'rowQuestions'>>;

export function openReadingModels(): ReadingModels {
  return { crossEncoder: openCrossEncoder(), rowQuestions: openRowQuestionReader() };
}
