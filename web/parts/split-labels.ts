/** Labels as a person types them, separated by commas of either language; nothing for what has none. */
export function splitLabels(text: string): readonly string[] {
  return text
    .split(/[,，、]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
