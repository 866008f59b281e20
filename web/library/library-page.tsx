import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { allDocuments } from '../client/documents.ts';
import type { Document } from '../contract.ts';
import { LanguageContext, useWords } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { useIsWide } from '../parts/use-is-wide.ts';
import { DocumentList } from './document-list.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { DropZone } from './drop-zone.tsx';
import { groupOf } from './group-documents.ts';
import { sayProgress } from './say-progress.ts';
import { isOver } from './upload.ts';
import { UploadList } from './upload-list.tsx';
import type { Uploads } from './use-uploads.ts';

/** While anything is being read the list is asked for again, in milliseconds. */
const REFRESH_MILLISECONDS = 3_000;
interface LibraryPageProps {
  readonly uploads: Uploads;
  /** Id of the document that stands open. */
  readonly open: string | undefined;
}

/** All documents with what became of them, and how new ones come in. */
export function LibraryPage({ uploads, open }: LibraryPageProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const mayAdd = useAllowed('add');
  const isWide = useIsWide();
  const [documents, setDocuments] = useState<readonly Document[]>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  const isBusy = uploads.uploads.some((upload) => !isOver(upload)) || documents?.some((one) => groupOf(one) === 'reading') === true;
  const over = uploads.uploads.filter(isOver).length;
  const underWay = new Map(
    uploads.uploads.flatMap((upload) => {
      const { progress } = upload;
      const isUnderWay = progress.kind === 'received' || progress.kind === 'reading';
      return isUnderWay ? [[progress.documentId, sayProgress(words, language, upload)] as const] : [];
    }),
  );

  useEffect(() => {
    const abort = new AbortController();
    allDocuments(abort.signal).then(
      (found) => {
        setDocuments(found);
        setProblem(undefined);
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => abort.abort();
  }, [asked, over]);
  const isAway = problem !== undefined;
  useEffect(() => {
    if (!isBusy && !isAway) return undefined;
    const timer = setInterval(refresh, REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isBusy, isAway, refresh]);

  const panel =
    open === undefined ? undefined : (
      <DocumentPanel
        key={open}
        id={open}
        stamp={over}
        changed={refresh}
        removed={() => {
          location.hash = '#/library';
          refresh();
        }}
      />
    );
  return (
    <main id="content" tabIndex={-1} class={`library${panel !== undefined && isWide ? ' with-source' : ''}`}>
      {panel !== undefined && !isWide ? undefined : (
        <div class="shelves">
          <h1>{words('page.library')}</h1>
          {mayAdd ? <DropZone add={uploads.add} /> : undefined}
          <UploadList {...uploads} />
          {problem === undefined ? undefined : (
            <p class="notice warning" role="alert">
              {words('library.notListed')}: {problem}
            </p>
          )}
          {documents === undefined ? undefined : <DocumentList documents={documents} open={open} underWay={underWay} />}
        </div>
      )}
      {panel}
    </main>
  );
}
