/** The groups of a DXF file that is text: a code and its value each, on lines of their own. */
export function tagsOfText(text: string): readonly (readonly [code: number, value: string])[] {
  const lines = text.trimEnd().split(/\r?\n/);
  return Array.from({ length: Math.floor(lines.length / 2) }, (_, at) => [Number(lines[2 * at]), lines[2 * at + 1] ?? ''] as const);
}
