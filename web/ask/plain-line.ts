/** Words of a passage on one line: cells of a row part by a bar, as they stand beside each other. */
export function plainLine(text: string): string {
  return text
    .replace(/\t/g, ' | ')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
