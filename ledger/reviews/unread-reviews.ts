import { type Access, compareText, type MadeDecision, makeReviewId, type QualityReport, type Review } from '../../kernel/index.ts';
import { readableVersions } from '../access/access.ts';
import type { Connections } from '../connection/connections.ts';
import { reportShape } from '../rows/report-shape.ts';
import { documentIdShape, readJson, readShape, versionIdShape } from '../rows/stored-shapes.ts';
import { decidedBy } from './decided-by.ts';

/** Versions are asked about up to this many, those with most that was not read. */
const MOST_ASKED = 1_000;

/** What could not, or not surely, be read of the documents that this reader may read: one matter a version. */
export async function unreadReviews(
  { reader, dialect }: Connections,
  access: Access,
  log: readonly MadeDecision[],
): Promise<readonly Review[]> {
  const decided = decidedBy(log, (decision) => (decision.kind === 'set-aside' ? decision.version : undefined));
  const rows = await reader
    .selectFrom('version')
    .select(['version.id', 'version.document', 'version.title', 'version.report_json'])
    .where(readableVersions(dialect, access))
    .where('version.report_json', 'is not', null)
    .orderBy('version.id')
    .execute();
  return rows
    .flatMap((row): Review[] => {
      const { pages, words } = unreadOf(readJson(reportShape, row.report_json ?? '', 'quality report'));
      if (pages.unread + words.unsure === 0) return [];
      const version = readShape(versionIdShape, row.id, 'version');
      const decisions = decided.get(version) ?? [];
      return [
        {
          id: makeReviewId(access.tenant, 'unread-part', version),
          state: decisions.length === 0 ? 'open' : 'decided',
          subject: {
            kind: 'unread-part',
            version,
            document: readShape(documentIdShape, row.document, 'version'),
            title: row.title,
            pages,
            words,
          },
          touches: pages.unread + words.unsure,
          // What was not read has no passage; the document's pages show it.
          evidence: [],
          proposals: [{ kind: 'set-aside', version }],
          decisions,
        },
      ];
    })
    .sort((a, b) => b.touches - a.touches || compareText(a.id, b.id))
    .slice(0, MOST_ASKED);
}

function unreadOf({ pages, recognised }: QualityReport) {
  return {
    pages: { unread: pages?.unread ?? 0, first: pages?.unreadPages ?? [] },
    words: {
      unsure: recognised?.unsure ?? 0,
      first: (recognised?.regions ?? []).map(({ page, text, confidence }) => ({ page, text, confidence })),
    },
  };
}
