/** Two columns, of which the first names: by its markup, or since the first row says a quantity already. */
export function isListOfFields(lines: readonly (readonly { readonly text: string; readonly isHeader?: boolean }[])[]): boolean {
  if (!lines.every(([, ...rest]) => rest.length === 1)) return false;
  if (lines.every(([name, value]) => name?.isHeader === true && value?.isHeader === false)) return true;
  const [name, value] = lines[0] ?? [];
  return /\p{L}/u.test(name?.text ?? '') && /^[<>≤≥±~≈+-]?\s*\d/u.test(value?.text ?? '');
}
