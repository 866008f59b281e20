import { useEffect, useState } from 'preact/hooks';

export interface Loaded<Out> {
  readonly value?: Out;
  readonly failure?: string;
}

/** What a request gives, asked anew when its name changes; nothing while there is no name. What was there goes when another is asked for. */
export function useLoaded<Out>(name: string | undefined, load: (name: string, signal: AbortSignal) => Promise<Out>): Loaded<Out> {
  const [loaded, setLoaded] = useState<Loaded<Out>>({});
  useEffect(() => {
    setLoaded({});
    if (name === undefined) return undefined;
    const abort = new AbortController();
    load(name, abort.signal).then(
      (value) => setLoaded({ value }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ failure: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => abort.abort();
  }, [name, load]);
  return loaded;
}
