/** Where a frame has more than it shows, sideways. */
export interface HiddenSides {
  readonly left: boolean;
  readonly right: boolean;
}

/** Fractions of a pixel are no hidden part. */
const LEAST = 2;

export function hiddenSides({
  scrollLeft,
  clientWidth,
  scrollWidth,
}: Pick<HTMLElement, 'scrollLeft' | 'clientWidth' | 'scrollWidth'>): HiddenSides {
  return { left: scrollLeft > LEAST, right: scrollLeft + clientWidth < scrollWidth - LEAST };
}
