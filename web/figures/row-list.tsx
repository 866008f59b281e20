import { useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import { MarkedPicture } from '../ask/marked-picture.tsx';
import type { RowsPage } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';

/** The rows behind a bar, newest first, each with its cells; its place in the file is drawn on demand. */
export function RowList({ page, label }: { readonly page: RowsPage; readonly label: string }) {
  const words = useWords();
  const [drawn, setDrawn] = useState<string | undefined>(undefined);
  return (
    <section class="rows" aria-labelledby="rows">
      <h2 id="rows">{words('figures.rows', { label, count: page.matched })}</h2>
      {page.rows.length < page.matched ? <p class="aside">{words('figures.newest', { count: page.rows.length })}</p> : undefined}
      <ul>
        {page.rows.map(({ passageId, columns, anchor }) => (
          <li key={passageId}>
            <dl>
              {Object.entries(columns).flatMap(([field, cell]) =>
                cell === null || field.startsWith('coded:') ? (
                  []
                ) : (
                  <div key={field}>
                    <dt>{field.startsWith('x:') ? field.slice(2) : wordsFor(words, 'role', field)}</dt>
                    <dd>{cell.text}</dd>
                  </div>
                ),
              )}
            </dl>
            <button
              type="button"
              class="quiet"
              aria-expanded={drawn === passageId}
              onClick={() => setDrawn(drawn === passageId ? undefined : passageId)}
            >
              {describePlace(words, [anchor])}
            </button>
            {drawn === passageId ? (
              <MarkedPicture
                address={`/v1/passages/${passageId}/picture`}
                alternative={words('source.picture', { place: describePlace(words, [anchor]), quote: '' })}
                isClose={false}
              />
            ) : undefined}
          </li>
        ))}
      </ul>
    </section>
  );
}
