import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readPhoto } from '../client/read-photo.ts';
import { RequestFailure } from '../client/request-failure.ts';
import type { PhotoReading } from '../contract.ts';

/** Why a photo was not read: a code of the service, or that it is not reached; and what the service said. */
export interface PhotoFailure {
  readonly code: string;
  readonly detail: string;
}

/** A photo on its way from the camera to what is asked. It stays in this page and goes with it. */
export type PhotoState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: PhotoFailure }
  | { readonly kind: 'read'; readonly file: File; readonly reading: PhotoReading };

export interface PhotoControls {
  readonly photo: PhotoState;
  readonly choose: (file: File) => void;
  /** Ends reading, and lets go of what was read. */
  readonly remove: () => void;
}

/** What the service takes; a larger one need not be sent over a plant's network to be refused. */
const MOST_BYTES = 20 * 1024 * 1024;

export function usePhoto(): PhotoControls {
  const [photo, setPhoto] = useState<PhotoState>({ kind: 'none' });
  const sending = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => sending.current?.abort(), []);
  const remove = useCallback(() => {
    sending.current?.abort();
    setPhoto({ kind: 'none' });
  }, []);
  const choose = useCallback((file: File) => {
    sending.current?.abort();
    if (file.size > MOST_BYTES) {
      setPhoto({ kind: 'failed', failure: { code: 'document-too-large', detail: '' } });
      return;
    }
    const abort = new AbortController();
    sending.current = abort;
    setPhoto({ kind: 'reading' });
    readPhoto(file, abort.signal).then(
      (reading) => setPhoto({ kind: 'read', file, reading }),
      (error: unknown) => {
        if (!abort.signal.aborted) setPhoto({ kind: 'failed', failure: failureOf(error) });
      },
    );
  }, []);
  return { photo, choose, remove };
}

function failureOf(error: unknown): PhotoFailure {
  if (error instanceof RequestFailure) return { code: error.code ?? error.kind, detail: error.message };
  return { code: 'unknown', detail: error instanceof Error ? error.message : String(error) };
}
