import { useCallback, useEffect, useState } from 'preact/hooks';

export interface List<Out> {
  /** Absent until it has come. */
  readonly value?: Out;
  /** Why it could not be loaded, or the last change not be made. */
  readonly failure?: string;
  /** Makes a change and loads the list anew; gives whether it was made. */
  readonly change: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly reload: () => void;
}

/** What a request gives, loaded again after each change; what was there stays until the new has come. */
export function useList<Out>(load: (signal: AbortSignal) => Promise<Out>): List<Out> {
  const [value, setValue] = useState<Out>();
  const [failure, setFailure] = useState<string>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      (loaded) => setValue(() => loaded),
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure(messageOf(error));
      },
    );
    return () => abort.abort();
  }, [load, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const change = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
        setFailure(undefined);
        reload();
        return true;
      } catch (error) {
        setFailure(messageOf(error));
        return false;
      }
    },
    [reload],
  );
  return { change, reload, ...(value === undefined ? {} : { value }), ...(failure === undefined ? {} : { failure }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
