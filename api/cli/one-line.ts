/** A text of several lines or cells on one line of a terminal. */
export function oneLine(text: string): string {
  return text
    .replace(/\t/g, ' | ')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
