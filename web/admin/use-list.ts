import { useCallback, useEffect, useState } from 'preact/hooks';
import { untilReached } from '../client/until-reached.ts';
import { useWords } from '../languages/words.ts';

export interface List<Out> {
  /** Absent until it has come. */
  readonly value?: Out;
  /** Why it could not be loaded, or the last change not be made. */
  readonly failure?: string;
  /** Makes a change and loads the list anew; gives whether it was made. */
  readonly change: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly reload: () => void;
}

/**
 * What a request gives, loaded again after each change; what was there stays until the new has come. While the service cannot be
 * reached it is asked again.
 */
export function useList<Out>(load: (signal: AbortSignal) => Promise<Out>): List<Out> {
  const words = useWords();
  const [value, setValue] = useState<Out>();
  const [failure, setFailure] = useState<string>();
  const [isLost, setLost] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    untilReached(load, () => setLost(true), abort.signal).then(
      (loaded) => {
        setValue(() => loaded);
        setLost(false);
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setLost(false);
        setFailure(messageOf(error));
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
  const told = isLost ? words('connection.lost') : failure;
  return { change, reload, ...(value === undefined ? {} : { value }), ...(told === undefined ? {} : { failure: told }) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
