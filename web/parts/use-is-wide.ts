import { useMedia } from './use-media.ts';

/** Whether there is room beside what is read for its source; elsewhere that stands below it. */
export function useIsWide(): boolean {
  return useMedia('(min-width: 60rem)');
}
