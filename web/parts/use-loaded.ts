import { useEffect, useState } from 'preact/hooks';
import { untilReached } from '../client/until-reached.ts';
import { useWords } from '../languages/words.ts';

export interface Loaded<Out> {
  readonly value?: Out;
  /** Why there is nothing; of a lost connection that it is lost, until what was asked for comes. */
  readonly failure?: string;
}

/**
 * What a request gives, asked anew when its name changes; nothing while there is no name. What was there goes when another is asked
 * for. While the service cannot be reached it is asked again.
 */
export function useLoaded<Out>(name: string | undefined, load: (name: string, signal: AbortSignal) => Promise<Out>): Loaded<Out> {
  const words = useWords();
  const [loaded, setLoaded] = useState<Loaded<Out> & { readonly isLost?: true }>({});
  useEffect(() => {
    setLoaded({});
    if (name === undefined) return undefined;
    const abort = new AbortController();
    untilReached(
      (signal) => load(name, signal),
      () => setLoaded({ isLost: true }),
      abort.signal,
    ).then(
      (value) => setLoaded({ value }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ failure: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => abort.abort();
  }, [name, load]);
  return loaded.isLost === true ? { failure: words('connection.lost') } : loaded;
}
