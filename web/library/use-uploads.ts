import { useEffect, useRef, useState } from 'preact/hooks';
import { retryJob } from '../client/documents.ts';
import { followJob } from '../client/follow-job.ts';
import { uploadDocument } from '../client/upload-document.ts';
import type { Upload } from './upload.ts';
import { type ChosenFile, UploadQueue } from './upload-queue.ts';

const RETRY_MILLISECONDS = 2_000;

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly ChosenFile[], labels: readonly string[]) => void;
  readonly retry: (id: string) => void;
  readonly clear: () => void;
}

/** Files on their way into the library; they go on while another part of the page is shown. */
export function useUploads(): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<UploadQueue | undefined>(undefined);
  queue.current ??= new UploadQueue({
    send: uploadDocument,
    follow: (jobId) => followJob(jobId, new AbortController().signal),
    requeue: retryJob,
    pause: () => new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS)),
    now: Date.now,
    changed: setUploads,
  });
  const current = queue.current;
  const isSending = uploads.some(({ progress: { kind } }) => kind === 'waiting' || kind === 'sending');
  useEffect(() => {
    if (!isSending) return undefined;
    // Files that have not been sent are gone with the page: the browser asks first.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isSending]);
  return {
    uploads,
    add: (files, labels) => current.add(files, labels),
    retry: (id) => void current.retry(id),
    clear: () => current.clear(),
  };
}
