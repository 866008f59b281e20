import { useContext } from 'preact/hooks';
import type { DocumentQuality, QualityReport } from '../contract.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { readingReason } from './reading-reason.ts';

/** What was read of a document and what was not, in sentences. */
export function QualityView({ quality: { report } }: { readonly quality: DocumentQuality }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  if (report === undefined) return null;
  const { pages, rows, recognised, aiGenerated, warnings, excluded } = report;
  const leftOut = Object.entries(excluded).filter(([, count]) => count > 0);
  return (
    <section class="quality" aria-labelledby="quality-heading">
      <h3 id="quality-heading">{words('quality.heading')}</h3>
      <p>{readFigures(words, report)}</p>
      {aiGenerated === true ? <p class="notice warning">{words('quality.aiGenerated')}</p> : undefined}
      {pages !== undefined && pages.unread > 0 ? (
        <p class="notice warning">
          {words('quality.unreadPages', { count: pages.unread, total: pages.total, pages: pages.unreadPages.join(', ') })}
        </p>
      ) : undefined}
      {recognised === undefined ? undefined : (
        <p>
          {words('quality.recognised', {
            pages: recognised.pages,
            percent: Math.round(recognised.confidence * 100),
            unsure: recognised.unsure,
          })}
        </p>
      )}
      {rows !== undefined && rows.bad > 0 ? (
        <div class="notice warning">
          <p>{words('quality.badRows', { count: rows.bad, total: rows.total })}</p>
          <ul>
            {rows.firstBad.map(({ sheet, row, fault }) => (
              <li key={`${sheet} ${row}`}>
                {words('place.row', { number: row })}: {fault}
              </li>
            ))}
          </ul>
        </div>
      ) : undefined}
      {warnings.length === 0 ? undefined : (
        <ul class="warnings">
          {warnings.map((warning) => (
            <li key={warning}>{readingReason(language, undefined, warning)}</li>
          ))}
        </ul>
      )}
      {leftOut.length === 0 ? undefined : (
        <details>
          <summary>{words('quality.excluded')}</summary>
          <ul>
            {leftOut.map(([reason, count]) => (
              <li key={reason}>
                {wordsFor(words, 'excluded', reason)}: {count}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function readFigures(words: ReturnType<typeof useWords>, { characters, passages, tables, rows, pages }: QualityReport): string {
  return [
    ...(pages === undefined ? [] : [words('quality.pageCount', { count: pages.total })]),
    words('quality.passages', { count: passages }),
    ...(tables === 0 ? [] : [words('quality.tables', { count: tables })]),
    ...(rows === undefined ? [] : [words('quality.rows', { count: rows.total })]),
    words('quality.characters', { count: characters }),
  ].join(' · ');
}
