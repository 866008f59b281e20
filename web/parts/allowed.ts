import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../contract.ts';

type Action = Session['may'][number];

/** What the service allows whoever uses this page; unknown while it is away, when nothing is taken off the page. */
export const AllowedContext = createContext<readonly Action[] | undefined>(undefined);

/** Whether what an action is for is shown: what the service would refuse is not offered. */
export function useAllowed(action: Action): boolean {
  return useContext(AllowedContext)?.includes(action) ?? true;
}
