import { type Prompt, titlePath } from '../../kernel/index.ts';
import { quotePassage } from '../compose/composition.ts';
import type { Question } from '../question/question.ts';
import { READING_TASK, readingContent } from '../reading-task.ts';
import type { EvidenceBlock } from './evidence-block.ts';

/** Characters of a block, with what is quoted behind it, that a model reads. */
const LONGEST = 1_400;

/** What may be said to a reading prompt. */
export const READING_REPLIES = ['Yes', 'No'] as const;

/** Asks whether a block answers the question. */
export function readingPrompt(question: Question, { hit, passages, behind }: EvidenceBlock): Prompt {
  const words = [...passages, ...behind].map((stored) => quotePassage(stored).text).join('\n');
  const asked = `Question: ${question.text}\nDoes the passage answer it? Yes or No.`;
  return { task: READING_TASK, content: readingContent(titlePath(hit), words.slice(0, LONGEST), asked) };
}
