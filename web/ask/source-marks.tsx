import { useWords } from '../languages/words.ts';
import type { CitedLinks } from './source-links.ts';

interface SourceMarksProps extends CitedLinks {
  readonly places: readonly number[];
}

/** The numbers behind a sentence; each opens the place that it stands for. */
export function SourceMarks({ places, citations, selected, select }: SourceMarksProps) {
  const words = useWords();
  return (
    <span class="marks">
      {places.map((place) => (
        <button
          key={place}
          type="button"
          class="mark"
          aria-pressed={selected === place}
          aria-label={words('source.open', { number: place + 1, title: citations[place]?.title ?? '' })}
          onClick={() => select(place)}
        >
          {place + 1}
        </button>
      ))}
    </span>
  );
}
