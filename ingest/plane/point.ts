/** A place on a sheet in drawing units; `x` runs to the right, `y` upwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
