import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { getDocument, getQuality } from '../client/documents.ts';
import type { DocumentHistory, DocumentQuality } from '../contract.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { DownloadLink } from '../parts/download-link.tsx';
import { Icon } from '../parts/icon.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { DocumentLabelsView } from './document-labels-view.tsx';
import { DrawnPages } from './drawn-pages.tsx';
import { groupOf } from './group-documents.ts';
import { placeOf } from './place-of.ts';
import { QualityView } from './quality-view.tsx';
import { readingReason } from './reading-reason.ts';
import { RevisionList } from './revision-list.tsx';
import { UnknownColumns } from './unknown-columns.tsx';

/** Formats of which pages can be drawn. */
const DRAWN: ReadonlySet<string | undefined> = new Set(['pdf', 'png', 'jpeg', 'tiff', 'dxf', 'dexpi', 'svg']);

interface DocumentPanelProps {
  readonly id: string;
  /** Changes when something may have become of the document. */
  readonly stamp: number;
  readonly removed: () => void;
  /** What the list tells of it is another now. */
  readonly changed: () => void;
}

interface Known {
  readonly document: DocumentHistory;
  readonly quality: DocumentQuality;
}

/** One document: what it is, what was read of it and what was not, its revisions, its pages, and how to remove it. */
export function DocumentPanel({ id, stamp, removed, changed }: DocumentPanelProps) {
  const words = useWords();
  const mayRemove = useAllowed('remove');
  const [known, setKnown] = useState<Known>();
  const [problem, setProblem] = useState<string>();
  const [isDeleting, setIsDeleting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    Promise.all([getDocument(id, abort.signal), getQuality(id, abort.signal)]).then(
      ([document, quality]) => setKnown({ document, quality }),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => abort.abort();
  }, [id, stamp]);
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown) heading.current?.focus();
  }, [isKnown]);

  return (
    <section class="source-panel document-panel" aria-labelledby="document-heading">
      <header>
        <h2 id="document-heading" tabIndex={-1} ref={heading}>
          {known?.document.title ?? words('library.opening')}
        </h2>
        <a class="button" href="#/library">
          <Icon name="cross" />
          <span class="for-readers">{words('library.close')}</span>
        </a>
      </header>
      {problem === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {problem}
        </p>
      )}
      {known === undefined ? undefined : (
        <>
          <DocumentFacts document={known.document} />
          <div class="actions">
            <DownloadLink address={`/v1/documents/${id}/content`} fileName={known.document.fileName} />
            {mayRemove ? (
              <button type="button" class="danger" onClick={() => setIsDeleting(true)}>
                <Icon name="trash" />
                {words('library.delete')}
              </button>
            ) : undefined}
          </div>
          <DocumentLabelsView key={known.document.labels?.join()} document={known.document} changed={changed} />
          <QualityView quality={known.quality} />
          <RevisionList document={known.document} />
          {DRAWN.has(known.document.format) && groupOf(known.document) !== 'unread' ? (
            <DrawnPages document={known.document} report={known.quality.report} />
          ) : undefined}
          {isDeleting ? <DeleteDialog {...known} close={() => setIsDeleting(false)} removed={removed} /> : undefined}
        </>
      )}
    </section>
  );
}

function DocumentFacts({ document }: { readonly document: DocumentHistory }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { documentNumber, revision, effective, format, pages, bytes, state, outcome, reason } = document;
  const group = groupOf(document);
  return (
    <div class="source-facts">
      <p class="source-place">
        <span class={`badge state-${group}`}>
          {outcome === undefined ? wordsFor(words, 'state', state) : wordsFor(words, 'outcome', outcome)}
        </span>
        {documentNumber === undefined ? undefined : <span class="badge">{documentNumber}</span>}
        {revision === undefined ? undefined : <span class="badge">{words('source.revision', { revision })}</span>}
        {effective === undefined ? undefined : <span class="aside">{words('library.effective', { date: effective })}</span>}
      </p>
      {reason === undefined ? undefined : (
        <div class="notice warning">
          <p>{readingReason(language, outcome, reason)}</p>
          {outcome === undefined || outcome === 'visible' ? undefined : <p>{wordsFor(words, 'remedy', outcome)}</p>}
        </div>
      )}
      <UnknownColumns document={document} />
      <p class="aside">
        {[
          placeOf(document),
          ...(format === undefined ? [] : [format]),
          ...(pages === undefined ? [] : [words('quality.pageCount', { count: pages })]),
          words('library.kilobytes', { count: Math.max(1, Math.round(bytes / 1024)) }),
        ].join(' · ')}
      </p>
    </div>
  );
}
