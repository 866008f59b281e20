/**
 * Replaces each stretch from one of the opening characters to the next of the closing ones, both included; what is opened and never
 * closed stays. The time is proportional to the length, where a regular expression would look for the end anew from each opening.
 */
export function replaceEnclosed(text: string, opening: string, closing: string, replacement: string): string {
  let replaced = '';
  let kept = 0;
  for (let at = nextOf(text, opening, 0); at >= 0; at = nextOf(text, opening, kept)) {
    const end = nextOf(text, closing, at + 1);
    if (end < 0) break;
    replaced += text.slice(kept, at) + replacement;
    kept = end + 1;
  }
  return replaced + text.slice(kept);
}

/** Place of the first of some characters, each one UTF-16 unit; -1 where there is none. */
function nextOf(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (characters.includes(text.charAt(at))) return at;
  return -1;
}
