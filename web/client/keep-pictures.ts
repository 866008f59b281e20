import { RequestFailure } from './request-failure.ts';

interface HeldPicture {
  readonly tag: string | null;
  readonly picture: Blob;
}

export interface KeptPictures {
  /**
   * Shows a picture of the service: one that is at hand at once, while the service is asked whether it still is that one and may still
   * be seen; a new one where it is not.
   * @throws RequestFailure where there is nothing to show, or not any more.
   */
  load(address: string, signal: AbortSignal, show: (picture: Blob) => void): Promise<void>;
  /** Another person uses this tab: nothing that was drawn for the one before is at hand. */
  forget(): void;
}

/** Pictures that stay at hand, those that were asked for last. */
const MOST = 24;
/** Who may not see a place any more, or finds it gone, is shown nothing of it; any other failure says nothing of the picture. */
const GONE: ReadonlySet<string | undefined> = new Set(['not-found', 'forbidden', 'unauthenticated', 'no-page-image', 'damaged-bytes']);

export function keepPictures(ask: (address: string, signal: AbortSignal) => Promise<Response>): KeptPictures {
  const held = new Map<string, HeldPicture>();
  const keep = (address: string, picture: HeldPicture): void => {
    held.delete(address);
    held.set(address, picture);
    const [oldest] = held.keys();
    if (held.size > MOST && oldest !== undefined) held.delete(oldest);
  };
  return {
    async load(address, signal, show) {
      const before = held.get(address);
      if (before !== undefined) show(before.picture);
      try {
        const response = await ask(address, signal);
        const tag = response.headers.get('etag');
        const picture = await response.blob();
        keep(address, { tag, picture });
        if (before === undefined || tag === null || tag !== before.tag) show(picture);
      } catch (error) {
        const isGone = error instanceof RequestFailure && GONE.has(error.code);
        if (isGone) held.delete(address);
        if (before === undefined || isGone || signal.aborted) throw error;
      }
    },
    forget: () => held.clear(),
  };
}
