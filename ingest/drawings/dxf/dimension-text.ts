/**
 * What a dimension without a drawn text shows: its override, in which `<>` stands for the measure, or else the measure. A lone blank
 * hides the text.
 */
export function dimensionText(override: string, measured: number | undefined, decimals: number): string {
  const measure = measured === undefined ? '' : String(Number(measured.toFixed(decimals)));
  if (override === '') return measure;
  return override.trim() === '' ? '' : override.replaceAll('<>', measure);
}
