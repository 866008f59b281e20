import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sendRequest } from '../client/send-request.ts';

interface LazyPictureProps {
  readonly address: string;
  readonly alternative: string;
  /** What lies over the picture once it is there. */
  readonly children?: ComponentChildren;
}

/** A picture of the service that is asked for when it comes into view; where there is none the reason stands in its place. */
export function LazyPicture({ address, alternative, children }: LazyPictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const abort = new AbortController();
    let made: string | undefined;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      sendRequest(address, { signal: abort.signal })
        .then((response) => response.blob())
        .then(
          (blob) => {
            made = URL.createObjectURL(blob);
            setShown(made);
          },
          (error: unknown) => {
            if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
          },
        );
    });
    if (frame.current !== null) observer.observe(frame.current);
    return () => {
      observer.disconnect();
      abort.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [address]);
  return (
    <div class="lazy-picture" ref={frame}>
      {problem === undefined ? undefined : <span class="aside">{problem}</span>}
      {shown === undefined ? undefined : (
        <>
          <img src={shown} alt={alternative} />
          {children}
        </>
      )}
    </div>
  );
}
