import type { Box } from '../../../kernel/index.ts';
import type { Figure, PageContent } from '../../layout/glyph.ts';

/** A picture that several pages show. */
export interface RepeatedFigure {
  readonly key: string;
  /** The first page that shows it. */
  readonly page: number;
  /** Whether pages show it at one place, as heads and feet of pages are. */
  readonly isFurniture: boolean;
}

/** From so many pages on a picture that keeps its place is part of the paper. */
const FURNITURE = 3;
/** Repeated pictures that are kept; of more, each would be read where it stands. */
const MOST = 800;

/** Counts the pictures of a document, page after page. */
export class RepeatedFigures {
  private readonly seen = new Map<string, { readonly page: number; pages: number; last: number; readonly places: Map<string, number> }>();

  add({ page, figures = [] }: Pick<PageContent, 'page' | 'figures'>): void {
    for (const { key, box } of figures) {
      const known = this.seen.get(key) ?? { page, pages: 0, last: 0, places: new Map<string, number>() };
      this.seen.set(key, known);
      if (known.last !== page) known.pages += 1;
      known.last = page;
      const place = placeOf(box);
      known.places.set(place, (known.places.get(place) ?? 0) + 1);
    }
  }

  find(): readonly RepeatedFigure[] {
    return [...this.seen]
      .filter(([, { pages }]) => pages > 1)
      .slice(0, MOST)
      .map(([key, { page, places }]) => ({ key, page, isFurniture: Math.max(...places.values()) >= FURNITURE }));
  }
}

/** The pictures of a page that are to be read there: each once in a document, and none that is part of the paper. */
export function figuresToRead(
  { page, figures = [] }: Pick<PageContent, 'page' | 'figures'>,
  repeated: readonly RepeatedFigure[],
): readonly Figure[] {
  return figures.filter(({ key }, index) => {
    const known = repeated.find((one) => one.key === key);
    const isFirst = figures.findIndex((one) => one.key === key) === index;
    return isFirst && (known === undefined || (!known.isFurniture && known.page === page));
  });
}

/** Places that differ by parts of a point are one. */
function placeOf({ x0, y0, x1, y1 }: Box): string {
  return [x0, y0, x1, y1].map((side) => Math.round(side / 4)).join(' ');
}
