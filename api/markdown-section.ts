/** A title and its lines with blank ones around, for a file in Markdown; nothing where there are no lines. */
export function markdownSection(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}
