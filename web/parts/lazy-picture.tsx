import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePicture } from './use-picture.ts';

interface LazyPictureProps {
  readonly address: string;
  readonly alternative: string;
  /** What lies over the picture once it is there. */
  readonly children?: ComponentChildren;
}

/** A picture of the service that is asked for when it comes into view; where there is none the reason stands in its place. */
export function LazyPicture({ address, alternative, children }: LazyPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isInView, setIsInView] = useState(false);
  const shown = usePicture(address, isInView);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      setIsInView(true);
    });
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="lazy-picture" ref={frame}>
      {shown.kind === 'failed' ? <span class="aside">{shown.detail}</span> : undefined}
      {shown.kind === 'shown' ? (
        <>
          <img src={shown.address} alt={alternative} />
          {children}
        </>
      ) : undefined}
    </div>
  );
}
