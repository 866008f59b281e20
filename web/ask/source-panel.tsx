import { useEffect, useRef, useState } from 'preact/hooks';
import type { Anchor, Citation } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { DownloadLink } from '../parts/download-link.tsx';
import { Icon } from '../parts/icon.tsx';
import { describePlace } from './describe-place.ts';
import { MarkedPicture } from './marked-picture.tsx';
import { pictureAddress } from './picture-address.ts';
import { plainLine } from './plain-line.ts';

interface SourcePanelProps {
  readonly sources: readonly Citation[];
  readonly index: number;
  readonly isWide: boolean;
  readonly select: (index: number) => void;
  readonly close: () => void;
}

/** The place that a citation names, drawn with its words marked, and which document, revision and place it is. */
export function SourcePanel({ sources, index, isWide, select, close }: SourcePanelProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const citation = sources[index];
  const name = citation === undefined ? '' : `${citation.passageId} ${citation.start}`;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    if (!isWide) heading.current?.scrollIntoView({ block: 'start' });
  }, [name, isWide]);
  if (citation === undefined) return null;
  return (
    <section class="source-panel" aria-labelledby="source-heading" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <h2 id="source-heading" tabIndex={-1} ref={heading}>
          {words('source.heading', { number: index + 1 })}
        </h2>
        <button
          type="button"
          class="quiet sign"
          aria-label={words('source.previous')}
          disabled={index === 0}
          onClick={() => select(index - 1)}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="quiet sign"
          aria-label={words('source.next')}
          disabled={index === sources.length - 1}
          onClick={() => select(index + 1)}
        >
          <Icon name="forward" />
        </button>
        <button type="button" class="quiet sign" aria-label={words('source.close')} onClick={close}>
          <Icon name="cross" />
        </button>
      </header>
      <SourceFacts citation={citation} />
      <SourcePictures key={citation.passageId} citation={citation} sources={sources} isWide={isWide} />
      <footer>
        <a href={`#/library/${encodeURIComponent(citation.documentId)}`}>{words('source.document')}</a>
        <DownloadLink address={`/v1/documents/${citation.documentId}/content?version=${citation.versionId}`} fileName={citation.title} />
        {isWide ? undefined : (
          <button type="button" onClick={close}>
            {words('source.back')}
          </button>
        )}
      </footer>
    </section>
  );
}

function SourceFacts({ citation }: { readonly citation: Citation }) {
  const words = useWords();
  const { title, documentNumber, revision, section, anchors, quote, recognition, corrections = [] } = citation;
  return (
    <div class="source-facts">
      <p class="source-title">{title}</p>
      <p class="source-place">
        {documentNumber === undefined ? undefined : <span class="badge">{documentNumber}</span>}
        {revision === undefined ? undefined : <span class="badge">{words('source.revision', { revision })}</span>}
        <span class="place">{describePlace(words, anchors, section)}</span>
      </p>
      <blockquote>{plainLine(quote)}</blockquote>
      {recognition === undefined ? undefined : (
        <p class="aside">
          {words('source.scan', { engine: recognition.engine, percent: Math.round(recognition.confidence * 100) })}
          {recognition.isUnsure ? ` – ${words('source.unsure')}` : ''}
        </p>
      )}
      {corrections.map(({ decision, actor, reason }) => (
        <p class="aside" key={decision}>
          {words('source.corrected', { actor, reason })}
        </p>
      ))}
    </div>
  );
}

interface SourcePicturesProps {
  readonly citation: Citation;
  readonly sources: readonly Citation[];
  readonly isWide: boolean;
}

/** One picture with all that is cited of the passage, and where the words go over several pages a button for each of them. */
function SourcePictures({ citation, sources, isWide }: SourcePicturesProps) {
  const words = useWords();
  const pages = [...new Set(citation.anchors.flatMap((anchor: Anchor) => (anchor.kind === 'page' ? [anchor.page] : [])))];
  const [chosen, setPage] = useState(pages[0]);
  const page = chosen !== undefined && pages.includes(chosen) ? chosen : pages[0];
  return (
    <>
      {pages.length < 2 ? undefined : (
        <div class="pages">
          {pages.map((one) => (
            <button key={one} type="button" aria-pressed={one === page} onClick={() => setPage(one)}>
              {words('place.page', { number: one })}
            </button>
          ))}
        </div>
      )}
      <MarkedPicture
        address={pictureAddress(citation, sources, page)}
        alternative={words('source.picture', {
          place: describePlace(words, citation.anchors, citation.section),
          quote: plainLine(citation.quote),
        })}
        isClose={!isWide}
      />
    </>
  );
}
