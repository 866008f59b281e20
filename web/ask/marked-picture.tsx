import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { usePicture } from '../parts/use-picture.ts';
import { findMark, type MarkedPart } from './find-mark.ts';
import { fitMark } from './fit-mark.ts';
import { type HiddenSides, hiddenSides } from './hidden-sides.ts';

interface MarkedPictureProps {
  readonly address: string;
  readonly alternative: string;
  /** Opens with the marked words legible, not with the whole page. */
  readonly isClose: boolean;
}

const ALL_SHOWN: HiddenSides = { left: false, right: false };

/**
 * A picture of a place, scrolled to the words that are marked in it; whole, or close up as far as all of these words are in view. Where
 * there is more beside what is shown it says so.
 */
export function MarkedPicture({ address, alternative, isClose }: MarkedPictureProps) {
  const words = useWords();
  const loaded = usePicture(address);
  const [closeUp, setCloseUp] = useState(isClose);
  const [found, setFound] = useState<{ readonly picture: string; readonly mark: MarkedPart | undefined; readonly fit: number }>();
  const [hidden, setHidden] = useState(ALL_SHOWN);
  const frame = useRef<HTMLElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const current = loaded.kind === 'shown' && found?.picture === loaded.address ? found : undefined;

  const label = words('source.scroll');
  const look = (shown: HTMLElement) => setHidden(hiddenSides(shown));
  const frameClass = ['picture-frame', closeUp && 'close-up', hidden.left && 'more-left', hidden.right && 'more-right']
    .filter(Boolean)
    .join(' ');

  useEffect(() => {
    const [shown, picture] = [frame.current, image.current];
    if (shown === null || picture === null || current === undefined) return undefined;
    if (current.mark !== undefined) scrollToMark(shown, picture, current.mark);
    look(shown);
    const observer = new ResizeObserver(() => look(shown));
    observer.observe(shown);
    return () => observer.disconnect();
  }, [current, closeUp]);

  if (loaded.kind === 'failed') {
    return (
      <p class="notice" role="status">
        {words('source.noPicture')}: {loaded.detail}
      </p>
    );
  }
  return (
    <div class="picture">
      <div class="picture-tools">
        {hidden.left || hidden.right ? (
          <p class="aside beside">
            {hidden.left ? '← ' : ''}
            {words('source.beside')}
            {hidden.right ? ' →' : ''}
          </p>
        ) : undefined}
        <button type="button" class="quiet zoom" aria-pressed={closeUp} onClick={() => setCloseUp(!closeUp)}>
          <Icon name="zoom" />
          {words(closeUp ? 'source.fit' : 'source.close-up')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by a keyboard */}
      <section class={frameClass} ref={frame} tabIndex={0} aria-label={label} onScroll={(event) => look(event.currentTarget)}>
        {loaded.kind === 'loading' ? (
          <p class="working">
            <span class="spinner" aria-hidden="true" />
            {words('source.drawing')}
          </p>
        ) : (
          <img
            ref={image}
            src={loaded.address}
            alt={alternative}
            style={current?.mark === undefined ? {} : { '--fit': current.fit }}
            onLoad={(event) => setFound(findIn(event.currentTarget, loaded.address))}
          />
        )}
      </section>
    </div>
  );
}

function findIn(image: HTMLImageElement, picture: string) {
  const mark = markIn(image);
  return { picture, mark, fit: mark === undefined ? 1 : fitMark(mark, image.naturalWidth) };
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
