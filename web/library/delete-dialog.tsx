import { useEffect, useRef, useState } from 'preact/hooks';
import { deleteDocument } from '../client/documents.ts';
import type { DocumentHistory, DocumentQuality } from '../contract.ts';
import { useWords } from '../languages/words.ts';

interface DeleteDialogProps {
  readonly document: DocumentHistory;
  readonly quality: DocumentQuality;
  readonly close: () => void;
  readonly removed: () => void;
}

/** Says what goes with a document before it goes. */
export function DeleteDialog({ document, quality: { report }, close, removed }: DeleteDialogProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const versions = document.revisions.filter(({ documentId }) => documentId === document.id).length;
  const remove = () => {
    setIsBusy(true);
    deleteDocument(document.id).then(removed, (error: unknown) => {
      setIsBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <dialog ref={dialog} aria-labelledby="delete-heading" onClose={close}>
      <h2 id="delete-heading">{words('delete.heading', { title: document.title })}</h2>
      <p>{words('delete.goes')}</p>
      <ul class="bullets">
        <li>{words('delete.versions', { count: Math.max(1, versions) })}</li>
        {report === undefined ? undefined : (
          <>
            <li>{words('quality.passages', { count: report.passages })}</li>
            {report.rows === undefined ? undefined : <li>{words('quality.rows', { count: report.rows.total })}</li>}
          </>
        )}
        <li>{words('delete.facts')}</li>
      </ul>
      <p class="aside">{words('delete.stays')}</p>
      {problem === undefined ? undefined : (
        <p class="notice warning" role="alert">
          {problem}
        </p>
      )}
      <div class="choices">
        <button type="button" onClick={() => dialog.current?.close()}>
          {words('delete.keep')}
        </button>
        <button type="button" class="danger" disabled={isBusy} onClick={remove}>
          {words('delete.confirm')}
        </button>
      </div>
    </dialog>
  );
}
