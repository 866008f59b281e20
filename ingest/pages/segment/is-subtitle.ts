import { titleKey } from './heading-rules.ts';
import type { OpenBlock, PageStyle } from './page-state.ts';

/** Whether a line set large but light on the cover heads no section: any but the document's own title. */
export function isSubtitle({ text, heading, last }: OpenBlock, style: PageStyle): boolean {
  return (
    style.title !== undefined &&
    heading?.depth === undefined &&
    heading?.outline === undefined &&
    last.page === 1 &&
    !last.bold &&
    !isOfTitle(style, text)
  );
}

/** Whether words stand in the document's own title. */
export function isOfTitle({ title }: Pick<PageStyle, 'title'>, text: string): boolean {
  return titleKey(title ?? '').includes(titleKey(text));
}
