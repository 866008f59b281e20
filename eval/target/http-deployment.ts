import { basename } from 'node:path';
import { z } from 'zod';
import type { AnswerContent, Verification } from '../../answering/index.ts';
import type { Anchor } from '../../kernel/index.ts';
import { askTarget, type Target } from './ask-target.ts';
import type { Deployment } from './deployment.ts';

const anchor = z.custom<Anchor>((value) => z.looseObject({ kind: z.string() }).safeParse(value).success, 'is no place');
const claim = z.looseObject({
  text: z.string(),
  verdict: z.string(),
  checks: z.array(z.looseObject({ name: z.string(), outcome: z.string() })),
});
const citation = z.looseObject({
  documentId: z.string(),
  passageId: z.string(),
  title: z.string(),
  quote: z.string(),
  anchors: z.array(anchor),
});
/** As far as suites look at it: another version may say more. */
const contentShape = z.looseObject({
  decision: z.string(),
  missing: z.string(),
  claims: z.array(claim),
  safety: z.array(claim),
  citations: z.array(citation),
});
const answer = z.object({
  content: z.custom<AnswerContent>((value) => contentShape.safeParse(value).success, 'is no content of an answer'),
  digest: z.string(),
});
const found = z.object({ hits: z.array(z.object({ documentId: z.string(), text: z.string(), anchors: z.array(anchor) })) });
const judged = claim.extend({ score: z.number(), start: z.int(), end: z.int(), citations: z.array(z.string()) });
const verified = z.object({
  claims: z.custom<Verification['claims']>((value) => z.array(judged).safeParse(value).success, 'are no checked claims'),
});
const listed = z.object({ documents: z.array(z.object({ id: z.string(), fileName: z.string() })), next: z.string().optional() });

/** A running service by its HTTP surface, which it is only asked through: nothing is sent there to be kept. */
export function httpDeployment(target: Target): Deployment {
  return {
    ask: (question, signal) => askTarget(target, '/v1/answers', { question }, answer, signal),
    search: async (query, k, signal) => (await askTarget(target, '/v1/search', { query, k }, found, signal)).hits,
    verify: async (request, signal) => (await askTarget(target, '/v1/verify', request, verified, signal)).claims,
    async fileNames(signal) {
      const names = new Map<string, string>();
      let cursor: string | undefined;
      do {
        const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
        const page = await askTarget(target, `/v1/documents${query}`, undefined, listed, signal);
        for (const { id, fileName } of page.documents) names.set(id, basename(fileName));
        cursor = page.next;
      } while (cursor !== undefined);
      return names;
    },
  };
}
