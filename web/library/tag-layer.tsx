import { useCallback } from 'preact/hooks';
import { getSheetTags } from '../client/get-sheet-tags.ts';
import { nameOf } from '../explore/name-of.ts';
import { useWords } from '../languages/words.ts';
import { useLoaded } from '../parts/use-loaded.ts';

interface TagLayerProps {
  readonly document: string;
  readonly page: number;
}

/** Lies over the picture of a sheet: each tag where it is drawn, leading to the thing that it names. */
export function TagLayer({ document, page }: TagLayerProps) {
  const words = useWords();
  const load = useCallback((id: string, signal: AbortSignal) => getSheetTags(id, page, signal), [page]);
  const { value } = useLoaded(document, load);
  if (value === undefined) return null;
  const share = (part: number) => `${(part * 100).toFixed(3)}%`;
  return (
    <ul class="tag-layer" aria-label={words('sheet.tags')}>
      {value.tags.map(({ entity, passageId, start, text, place: { x0, y0, x1, y1 } }) => (
        <li key={`${passageId} ${start}`}>
          <a
            href={`#/explore/${encodeURIComponent(entity.id)}`}
            title={nameOf(words, entity)}
            style={{ left: share(x0), top: share(y0), width: share(x1 - x0), height: share(y1 - y0) }}
          >
            <span class="for-readers">{text}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
