import { useEffect, useRef, useState } from 'preact/hooks';
import { sendRequest } from '../client/send-request.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { findMark, type MarkedPart } from './find-mark.ts';

interface MarkedPictureProps {
  readonly address: string;
  readonly alternative: string;
  /** Opens with the marked words legible, not with the whole page. */
  readonly isClose: boolean;
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly address: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** A picture of a place, scrolled to the words that are marked in it; whole or close up. */
export function MarkedPicture({ address, alternative, isClose }: MarkedPictureProps) {
  const words = useWords();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [closeUp, setCloseUp] = useState(isClose);
  const [mark, setMark] = useState<MarkedPart>();
  const frame = useRef<HTMLElement>(null);
  const image = useRef<HTMLImageElement>(null);

  useEffect(() => {
    const abort = new AbortController();
    let shown: string | undefined;
    setLoaded({ kind: 'loading' });
    setMark(undefined);
    loadPicture(address, abort.signal).then(
      (found) => {
        shown = found;
        setLoaded({ kind: 'shown', address: found });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      abort.abort();
      if (shown !== undefined) URL.revokeObjectURL(shown);
    };
  }, [address]);

  useEffect(() => {
    if (frame.current !== null && image.current !== null && mark !== undefined) scrollToMark(frame.current, image.current, mark);
  }, [mark, closeUp]);

  if (loaded.kind === 'failed') {
    return (
      <p class="notice" role="status">
        {words('source.noPicture')}: {loaded.detail}
      </p>
    );
  }
  return (
    <div class="picture">
      <button type="button" class="quiet zoom" aria-pressed={closeUp} onClick={() => setCloseUp(!closeUp)}>
        <Icon name="zoom" />
        {words(closeUp ? 'source.fit' : 'source.close-up')}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard */}
      <section class={`picture-frame${closeUp ? ' close-up' : ''}`} ref={frame} tabIndex={0} aria-label={words('source.scroll')}>
        {loaded.kind === 'loading' ? (
          <p class="working">
            <span class="spinner" aria-hidden="true" />
            {words('source.drawing')}
          </p>
        ) : (
          <img ref={image} src={loaded.address} alt={alternative} onLoad={(event) => setMark(markIn(event.currentTarget))} />
        )}
      </section>
    </div>
  );
}

async function loadPicture(address: string, signal: AbortSignal): Promise<string> {
  const response = await sendRequest(address, { signal });
  return URL.createObjectURL(await response.blob());
}

function markIn(image: HTMLImageElement): MarkedPart | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || canvas.width === 0) return undefined;
  context.drawImage(image, 0, 0);
  return findMark(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
}

/** The marked words in the middle; those that are wider than the frame from their beginning. */
function scrollToMark(frame: HTMLElement, image: HTMLImageElement, { left, top, right, bottom }: MarkedPart): void {
  const scale = image.clientWidth / image.naturalWidth;
  const width = (right - left) * scale;
  const MARGIN = 16;
  frame.scrollTop = ((top + bottom) / 2) * scale - frame.clientHeight / 2;
  frame.scrollLeft = width > frame.clientWidth - 2 * MARGIN ? left * scale - MARGIN : ((left + right) / 2) * scale - frame.clientWidth / 2;
}
