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

/** The pages as they are, with what was recognised unsurely marked, the tags of sheets leading to what they name; some at a time, each drawn when it comes into view. */
export function DrawnPages({ document: { id, versionId, format, pages = 1 }, report }: DrawnPagesProps) {
  const words = useWords();
  const isDrawing = DRAWINGS.has(format);
  const [shown, setShown] = useState(STEP);
  const numbers = Array.from({ length: Math.min(pages, shown) }, (_, index) => index + 1);
  return (
    <section aria-labelledby="pages-heading">
      <h3 id="pages-heading">{words('pages.heading')}</h3>
      <ul class={`drawn-pages${isDrawing ? ' sheets' : ''}`}>
        {numbers.map((number) => (
          <li key={`${versionId} ${number}`}>
            <LazyPicture
              address={`/v1/documents/${id}/pages/${number}${boxesOf(report, number)}`}
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

function boxesOf(report: QualityReport | undefined, page: number): string {
  const boxes = (report?.recognised?.regions ?? []).filter((region) => region.page === page).map(({ box }) => box);
  if (boxes.length === 0) return '';
  return `?${new URLSearchParams({ boxes: boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].join(',')).join(';') })}`;
}
