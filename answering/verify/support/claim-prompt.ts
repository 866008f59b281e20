import type { Prompt } from '../../../kernel/index.ts';
import { READING_TASK, readingContent } from '../../reading-task.ts';

/** What may be said to a claim prompt: it holds, the text says otherwise, it does neither. */
export const CLAIM_REPLIES = ['Yes', 'No', 'Open'] as const;

/** Asks whether a claim holds by a text of the sources that are named. */
export function claimPrompt(claim: string, text: string, sources: readonly string[]): Prompt {
  return {
    task: READING_TASK,
    content: readingContent(sources.join(', '), text, `Claim: ${claim}\nDoes it hold? Yes, No or Open.`),
  };
}
