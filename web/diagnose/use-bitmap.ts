import { useEffect, useState } from 'preact/hooks';

/** Pixels of the longer side: enough to read a line of it, and no burden for a phone. */
const LONGEST = 2_000;

export interface ShownPhoto {
  readonly picture: ImageBitmap | undefined;
  /** Pixels of the picture a pixel of the photo. */
  readonly scale: number;
}

/** A photo unpacked at a size that a phone can hold; without a picture where the browser cannot unpack it. */
export function useBitmap(photo: File, { width, height }: { readonly width: number; readonly height: number }): ShownPhoto {
  const [picture, setPicture] = useState<ImageBitmap | undefined>(undefined);
  const scale = Math.min(1, LONGEST / Math.max(1, width, height));
  useEffect(() => {
    let isGone = false;
    let made: ImageBitmap | undefined;
    createImageBitmap(photo, {
      resizeWidth: Math.max(1, Math.round(width * scale)),
      resizeHeight: Math.max(1, Math.round(height * scale)),
    }).then(
      (bitmap) => {
        made = bitmap;
        if (isGone) bitmap.close();
        else setPicture(bitmap);
      },
      () => setPicture(undefined),
    );
    return () => {
      isGone = true;
      made?.close();
    };
  }, [photo, width, height, scale]);
  return { picture, scale };
}
