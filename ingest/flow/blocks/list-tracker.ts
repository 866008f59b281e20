import { markerPlace } from '../../../ontology/index.ts';

/** Where an item stands: the list it is part of, by the order of that list's first passage, and its nesting from 1. */
interface ItemPlace {
  readonly opening: number;
  readonly level: number;
  /** Whether the list began before and goes on here behind what stands between. */
  readonly goesOn: boolean;
}

/** Follows the numbered lists of one container (the document, or a box) by what their markers count. */
export interface ListTracker {
  /**
   * Place of a numbered item that stands at `order`. `isLed`: it has a lead-in of its own directly above, so that it begins a
   * list even if it counts on. `nests`: a first marker of another kind may begin a list within the item before. `within`: the
   * opening of the list that its markup puts it in, if that has begun.
   */
  place(
    marker: string,
    order: number,
    options: { readonly isLed: boolean; readonly nests: boolean; readonly within: number | undefined },
  ): ItemPlace;
  /**
   * Takes note of a numbered item that its markup puts at a nesting of 2 or more; gives the list that it goes on with, where its
   * number is the next one at that nesting.
   */
  nested(marker: string, level: number): number | undefined;
  /** Nothing goes on behind a heading. */
  end(): void;
}

interface Level {
  readonly style: string;
  readonly number: number;
}

export function createListTracker(): ListTracker {
  let opening: number | undefined;
  let levels: Level[] = [];
  return {
    place(marker, order, { isLed, nests, within }) {
      const place = markerPlace(marker) ?? { style: 'other', number: Number.NaN };
      if (opening !== undefined && !isLed) {
        // An item that its markup puts outermost goes on with the outermost level alone.
        const open = nests ? levels : levels.slice(0, 1);
        const at = open.findLastIndex((level) => level.style === place.style && level.number + 1 === place.number);
        if (at >= 0) {
          levels = [...levels.slice(0, at), place];
          return { opening, level: at + 1, goesOn: true };
        }
        if (nests && place.number === 1 && !levels.some((level) => level.style === place.style)) {
          levels = [...levels, place];
          return { opening, level: levels.length, goesOn: true };
        }
      }
      opening = within ?? order;
      levels = [place];
      return { opening, level: 1, goesOn: false };
    },
    nested(marker, level) {
      const place = markerPlace(marker) ?? { style: 'other', number: Number.NaN };
      const before = levels[level - 1];
      const goesOn = before !== undefined && before.style === place.style && before.number + 1 === place.number;
      if (levels.length >= level - 1) levels = [...levels.slice(0, level - 1), place];
      return goesOn ? opening : undefined;
    },
    end() {
      opening = undefined;
      levels = [];
    },
  };
}
