import type { Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';

/** What could not, or not surely, be read of a document, and the way to its drawn pages. */
export function UnreadPart({ subject }: { readonly subject: Extract<Review['subject'], { kind: 'unread-part' }> }) {
  const words = useWords();
  const { pages, words: unsure, document } = subject;
  return (
    <>
      <ul class="unread">
        {pages.unread === 0 ? undefined : <li>{words('unread.pages', { count: pages.unread, pages: pages.first.join(', ') })}</li>}
        {unsure.unsure === 0 ? undefined : <li>{words('unread.words', { count: unsure.unsure })}</li>}
        {unsure.first.map(({ page, text, confidence }, index) => (
          // Nothing but its place in the list tells two equal words of a page apart.
          <li key={`${page} ${index}`} class="aside">
            <q>{text}</q> {words('unread.word', { page, percent: Math.round(confidence * 100) })}
          </li>
        ))}
      </ul>
      <a href={`#/library/${encodeURIComponent(document)}`}>{words('unread.open')}</a>
    </>
  );
}
