/** Words of a document or a person on one line, with nothing in them that Markdown would take for its own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\t/g, ' | ')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~!$&]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}
