import { type Access, type MadeDecision, makeReviewId, type Review, type ReviewEvidence } from '../../kernel/index.ts';
import { readable } from '../access/access.ts';
import { batches } from '../connection/batches.ts';
import type { Connections } from '../connection/connections.ts';
import { readableFeedback } from '../feedback/feedback.ts';
import { decidedBy } from './decided-by.ts';
import { evidenceOf } from './review-evidence.ts';

/** Places shown of one answer. */
const MOST_EVIDENCE = 5;
/** What was said of more answers than this, longest ago, waits until what came later is settled. */
const MOST_ASKED = 1_000;

/** What people said of answers whose sources this reader may read; one that was right asks for nothing. */
export async function answerReviews(connections: Connections, access: Access, log: readonly MadeDecision[]): Promise<readonly Review[]> {
  const said = (await readableFeedback(connections, access)).slice(0, MOST_ASKED);
  const places = await placesOf(
    connections,
    access,
    said.flatMap(({ sources }) => sources.slice(0, MOST_EVIDENCE).map(({ passageId }) => passageId)),
  );
  const judged = decidedBy(log, (decision) => (decision.kind === 'judge-answer' ? decision.feedback : undefined));
  return said.map((feedback): Review => {
    const decisions = judged.get(feedback.id) ?? [];
    return {
      id: makeReviewId(access.tenant, 'answer-feedback', feedback.id),
      state: decisions.length > 0 || feedback.verdict === 'right' ? 'decided' : 'open',
      subject: { kind: 'answer-feedback', feedback },
      touches: 1,
      evidence: feedback.sources.flatMap(({ passageId }) => places.get(passageId) ?? []),
      proposals: [
        { kind: 'judge-answer', feedback: feedback.id, outcome: 'confirmed' },
        { kind: 'judge-answer', feedback: feedback.id, outcome: 'dismissed' },
      ],
      decisions,
    };
  });
}

async function placesOf(
  { reader, dialect }: Connections,
  access: Access,
  passages: readonly string[],
): Promise<ReadonlyMap<string, ReviewEvidence>> {
  const places = new Map<string, ReviewEvidence>();
  for (const batch of batches([...new Set(passages)])) {
    const rows = await reader
      .selectFrom('passage')
      .innerJoin('version', 'version.id', 'passage.version')
      .selectAll('passage')
      .select(['version.document', 'version.title'])
      .where((row) => dialect.oneOf(row.ref('passage.id'), batch))
      .where(readable(dialect, access))
      .execute();
    for (const row of rows) places.set(row.id, evidenceOf(row, 0, row.text.length));
  }
  return places;
}
