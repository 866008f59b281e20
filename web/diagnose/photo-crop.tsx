import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import type { PhotoChoice } from './photo-choices.ts';

/** Around the words, of their height. */
const MARGIN = 0.45;
const HEIGHT = 44;
const WIDTH = 320;

interface PhotoCropProps {
  /** The photo, made smaller by `scale`; absent until it is unpacked. */
  readonly picture: ImageBitmap | undefined;
  readonly scale: number;
  readonly choice: PhotoChoice;
}

/** The words as they stand on the photo, so that what was read can be held against them. */
export function PhotoCrop({ picture, scale, choice: { box, text } }: PhotoCropProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const margin = MARGIN * Math.min(box.x1 - box.x0, box.y1 - box.y0);
  const [width, height] = [box.x1 - box.x0 + 2 * margin, box.y1 - box.y0 + 2 * margin];
  const fitting = Math.min(HEIGHT / Math.max(1, height), WIDTH / Math.max(1, width));
  const [shownWide, shownHigh] = [Math.max(1, Math.round(width * fitting)), Math.max(1, Math.round(height * fitting))];
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (picture === undefined || context === null || context === undefined) return;
    const { x0, y0 } = box;
    context.drawImage(
      picture,
      (x0 - margin) * scale,
      (y0 - margin) * scale,
      width * scale,
      height * scale,
      0,
      0,
      shownWide * 2,
      shownHigh * 2,
    );
  }, [picture, scale, box, margin, width, height, shownWide, shownHigh]);
  return (
    <canvas
      ref={canvas}
      class="photo-crop"
      width={shownWide * 2}
      height={shownHigh * 2}
      role="img"
      aria-label={words('photo.crop', { text })}
    />
  );
}
