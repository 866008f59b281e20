import { useEffect, useState } from 'preact/hooks';
import { pictures } from '../client/pictures.ts';

export type ShownPicture =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly address: string }
  | { readonly kind: 'failed'; readonly detail: string };

const LOADING: ShownPicture = { kind: 'loading' };

/** A picture of the service as an image can show it; nothing is asked for while `isWanted` is false. */
export function usePicture(address: string, isWanted = true): ShownPicture {
  const [shown, setShown] = useState<ShownPicture>(LOADING);
  useEffect(() => {
    if (!isWanted) return undefined;
    const abort = new AbortController();
    const made: string[] = [];
    setShown(LOADING);
    const taken = pictures.load(address, abort.signal, (picture) => {
      if (abort.signal.aborted) return;
      const url = URL.createObjectURL(picture);
      made.push(url);
      setShown({ kind: 'shown', address: url });
    });
    taken.catch((error: unknown) => {
      if (!abort.signal.aborted) setShown({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      abort.abort();
      for (const url of made) URL.revokeObjectURL(url);
    };
  }, [address, isWanted]);
  return shown;
}
