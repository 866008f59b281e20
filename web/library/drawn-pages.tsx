import { useState } from 'preact/hooks';
import type { DocumentHistory, QualityReport } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { LazyPicture } from '../parts/lazy-picture.tsx';
import { TagLayer } from './tag-layer.tsx';

const STEP = 6;
/** Formats whose pages are sheets with tags. */
const DRAWINGS: ReadonlySet<string | undefined> = new Set(['dxf', 'dexpi', 'svg']);

interface DrawnPagesProps {
  readonly document: DocumentHistory;
  readonly report: QualityReport | undefined;
}

/** The pages as they are, what was read framed and what was recognised unsurely marked, the tags of sheets leading to what they name; some at a time, each drawn when it comes into view. */
export function DrawnPages({ document: { id, versionId, format, pages = 1 }, report }: DrawnPagesProps) {
  const words = useWords();
  const isDrawing = DRAWINGS.has(format);
  const hasUnsure = (report?.recognised?.regions.length ?? 0) > 0;
  const [shown, setShown] = useState(STEP);
  const numbers = Array.from({ length: Math.min(pages, shown) }, (_, index) => index + 1);
  return (
    <section aria-labelledby="pages-heading">
      <h3 id="pages-heading">{words('pages.heading')}</h3>
      {isDrawing ? undefined : (
        <p class="aside">
          <span class="key read" aria-hidden="true" /> {words('pages.read')}
          {hasUnsure ? (
            <>
              {' '}
              <span class="key unsure" aria-hidden="true" /> {words('pages.unsure')}
            </>
          ) : undefined}
        </p>
      )}
      <ul class={`drawn-pages${isDrawing ? ' sheets' : ''}`}>
        {numbers.map((number) => (
          <li key={`${versionId} ${number}`}>
            <LazyPicture
              address={`/v1/documents/${id}/pages/${number}${marksOf(report, number, isDrawing)}`}
              alternative={words('place.page', { number })}
            >
              {isDrawing ? <TagLayer document={id} page={number} /> : undefined}
            </LazyPicture>
            <span class="aside">{words('place.page', { number })}</span>
          </li>
        ))}
      </ul>
      {pages > shown ? (
        <button type="button" onClick={() => setShown(shown + 4 * STEP)}>
          {words('library.more', { count: pages - shown })}
        </button>
      ) : undefined}
    </section>
  );
}

/** What was read is framed, what was recognised unsurely marked; on a drawing its tags stand for what was read. */
function marksOf(report: QualityReport | undefined, page: number, isDrawing: boolean): string {
  const unsure = (report?.recognised?.regions ?? []).filter((region) => region.page === page).map(({ box }) => box);
  const boxes = unsure.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].join(',')).join(';');
  const asked = { ...(isDrawing ? {} : { read: 'true' }), ...(boxes === '' ? {} : { boxes }) };
  return Object.keys(asked).length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
