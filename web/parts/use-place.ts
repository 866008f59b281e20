import { useEffect, useState } from 'preact/hooks';

/** Where on the page a person is, as the address says behind `#`: a part, and what of it is open. */
export interface PagePlace {
  readonly part: 'admin' | 'ask' | 'diagnose' | 'explore' | 'figures' | 'library' | 'review' | 'search-test' | 'evaluate';
  readonly open?: string;
  /** Of a thing: the other end of a path. */
  readonly to?: string;
}

/** The place in the address, as it changes. */
export function usePlace(): PagePlace {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const update = () => setPlace(readPlace(location.hash));
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  }, []);
  return place;
}

function readPlace(hash: string): PagePlace {
  const [, part, open, to] = hash.split('/');
  if (part === 'diagnose' || part === 'figures' || part === 'review' || part === 'search-test') return { part };
  if (part !== 'library' && part !== 'explore' && part !== 'evaluate' && part !== 'admin') return { part: 'ask' };
  if (open === undefined || open === '') return { part };
  return { part, open: decodeURIComponent(open), ...(to === undefined || to === '' ? {} : { to: decodeURIComponent(to) }) };
}
