import { checkPattern } from './check-pattern.ts';
import { IDENTIFIER_KINDS, type IdentifierPattern } from './identifier.ts';

/**
 * Reads the site's shapes of codes: regular expressions parted by blanks, each of a tag unless its kind stands before it
 * (`PUMP/\d\.[A-Z] part:\d{2}[A-Z]{3}\d{4}`). Gives the fault of each that cannot be used, as a sentence that tells what to do.
 */
export function readTagPatterns(text: string): { readonly patterns: readonly IdentifierPattern[]; readonly faults: readonly string[] } {
  const written = text.split(/\s+/).filter((word) => word !== '');
  const patterns = written.map(readPattern);
  const faults = patterns.flatMap(({ source }) => {
    const fault = checkPattern(source);
    return fault === undefined ? [] : [`the pattern ${source} ${fault}`];
  });
  return { patterns, faults };
}

function readPattern(written: string): IdentifierPattern {
  const kind = IDENTIFIER_KINDS.find((one) => written.startsWith(`${one}:`));
  return kind === undefined ? { kind: 'tag', source: written } : { kind, source: written.slice(kind.length + 1) };
}

/** As the setting is written. */
export function tagPatternsText(patterns: readonly IdentifierPattern[]): string {
  return patterns.map(({ kind, source }) => (kind === 'tag' ? source : `${kind}:${source}`)).join(' ');
}
