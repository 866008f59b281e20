import type { TagList } from './tag-list.ts';

/** What all entities say of themselves alike. */
export function entityBase(tags: TagList): { handle: string | undefined; layer: string; isInvisible: boolean; layout: string | undefined } {
  const handle = tags.first(5)?.trim();
  const isOnPaper = tags.flags(67) === 1;
  return {
    handle: handle === '' ? undefined : handle,
    layer: tags.first(8) ?? '0',
    isInvisible: tags.flags(60) === 1,
    layout: isOnPaper ? (tags.first(410) ?? '') : undefined,
  };
}
