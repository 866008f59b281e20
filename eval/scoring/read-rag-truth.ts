import { z } from 'zod';
import type { AnswerRow, AnswerSet } from './answer-row.ts';
import { readContexts } from './read-contexts.ts';
import { readJsonItems } from './read-json-items.ts';

const RESPONSE = z.object({
  id: z.union([z.string(), z.number()]),
  source_id: z.union([z.string(), z.number()]),
  response: z.string(),
  labels: z.array(z.unknown()),
  quality: z.string().optional(),
});
const SOURCE = z.object({
  source_id: z.union([z.string(), z.number()]),
  task_type: z.string().optional(),
  source_info: z.unknown(),
});
const QUESTION = z.object({ question: z.string(), passages: z.string() });

/**
 * RAGTruth (Niu et al., 2024): answers with the spans that people found unsupported, and the sources apart. An answer without a span
 * is supported. What was cut short or wrongly refused is named and left out, since it says nothing of support.
 */
export function readRagTruth(responses: string, sources: string): AnswerSet {
  const problems: string[] = [];
  const held = new Map<string, z.infer<typeof SOURCE>>();
  for (const item of readJsonItems(sources)) {
    const read = item.kind === 'item' ? SOURCE.safeParse(item.fields) : undefined;
    if (read?.success) held.set(String(read.data.source_id), read.data);
    else problems.push(`source_info ${item.kind === 'item' ? `${item.place}: is no source` : item.problem}`);
  }
  const rows: AnswerRow[] = [];
  for (const item of readJsonItems(responses)) {
    if (item.kind === 'unread') {
      problems.push(item.problem);
      continue;
    }
    const read = RESPONSE.safeParse(item.fields);
    const source = read.success ? held.get(String(read.data.source_id)) : undefined;
    if (!read.success) problems.push(`${item.place}: is no response of RAGTruth`);
    else if (source === undefined) problems.push(`${item.place}: its source ${read.data.source_id} is not in source_info`);
    else if (read.data.quality !== undefined && read.data.quality !== 'good')
      problems.push(`${item.place}: left out as ${read.data.quality}`);
    else {
      const asked = QUESTION.safeParse(source.source_info);
      const contexts = asked.success ? [asked.data.passages] : readContexts(source.source_info);
      if (contexts === undefined || contexts.length === 0) problems.push(`${item.place}: its source is no text`);
      else
        rows.push({
          id: String(read.data.id),
          place: item.place,
          answer: read.data.response,
          contexts,
          isSupported: read.data.labels.length === 0,
          ...(asked.success ? { question: asked.data.question } : {}),
          ...(source.task_type === undefined ? {} : { form: source.task_type }),
        });
    }
  }
  return { layout: 'RAGTruth', rows, problems };
}
