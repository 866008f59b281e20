/** A sign in sizes of running text: height, stroke (absent where none was measured) and places. Plain JSON, handed from page to page. */
export type SignInSizes = readonly [height: number, stroke: number | null, places: number];
export type SignsInSizes = Readonly<Record<string, SignInSizes>>;

/** How pages are printed: the signs of their running text, and the sizes that many signs have, both in sizes of running text. */
export interface PagePrint {
  readonly signs: SignsInSizes;
  readonly steps: readonly number[];
}
