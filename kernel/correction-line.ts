/** What a document says and what a person says, of words or of the meaning of a column. */
export type SaidCorrection = { readonly actor: string; readonly at: number; readonly reason: string } & (
  | { readonly kind: 'text'; readonly read: string; readonly text: string }
  | { readonly kind: 'column'; readonly column: string; readonly role: string | null }
);

/** A correction with who made it, when (`at` in milliseconds, shown in UTC) and why, in one line; `by` leads up to the person. */
export function correctionLine(correction: SaidCorrection, by: string): string {
  const { actor, at, reason } = correction;
  const what =
    correction.kind === 'text'
      ? `"${oneLine(correction.read)}" → "${oneLine(correction.text)}"`
      : `${correction.column} → ${correction.role ?? '-'}`;
  return `${by} ${actor} ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z: ${what} (${oneLine(reason)})`;
}

function oneLine(text: string): string {
  return text
    .replace(/\t/g, ' | ')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
