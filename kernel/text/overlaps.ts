interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans of one text, ends exclusive, have a sign in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
