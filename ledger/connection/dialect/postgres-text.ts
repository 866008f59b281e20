/*
 * PostgreSQL keeps no NUL in text, and a document must not be lost for one. So U+0000 is stored as U+0001 U+0001 and U+0001 as
 * U+0001 U+0002: this can be undone, and texts keep their order and their prefixes.
 */

const ESCAPED = /[\0\u0001]/g;
const STORED = /\u0001([\u0001\u0002])/g;

export function toStoredText(text: string): string {
  // Most texts hold neither, and looking for them one after the other is faster than a pattern.
  if (!text.includes('\0') && !text.includes('\u0001')) return text;
  return text.replace(ESCAPED, (character) => (character === '\0' ? '\u0001\u0001' : '\u0001\u0002'));
}

export function fromStoredText(text: string): string {
  if (!text.includes('\u0001')) return text;
  return text.replace(STORED, (_, second: string) => (second === '\u0001' ? '\0' : '\u0001'));
}

/** An escape in JSON; the first alternative takes pairs of backslashes out of the way of the others. */
const JSON_ESCAPED = /\\(\\|u000[01]|ud[89a-f][0-9a-f]{2})/g;
const JSON_STORED = /\\(\\|u0001\\u000[12])/g;
/** Member that keeps the order of the others, which `jsonb` does not; no field is named so. */
const ORDER = '';

/**
 * An object as JSON that `jsonb` takes: its texts as `toStoredText` has them, the order of its members beside them. Half a
 * surrogate pair, which is no character, becomes the replacement character.
 */
export function toPackedJson(json: string): string {
  const escaped = json.replace(JSON_ESCAPED, (whole, what: string) => {
    if (what === 'u0000') return '\\u0001\\u0001';
    if (what === 'u0001') return '\\u0001\\u0002';
    return what === '\\' ? whole : '\\ufffd';
  });
  const value = JSON.parse(escaped) as Record<string, unknown>;
  return JSON.stringify({ [ORDER]: Object.keys(value), ...value });
}

export function fromPackedJson(packed: string): string {
  const restored = packed.replace(JSON_STORED, (whole, what: string) => {
    if (what === '\\') return whole;
    return what.endsWith('1') ? '\\u0000' : '\\u0001';
  });
  const { [ORDER]: order, ...members } = JSON.parse(restored) as Record<string, unknown>;
  if (!Array.isArray(order)) return restored;
  return JSON.stringify(Object.fromEntries(order.map((name: unknown) => [String(name), members[String(name)]])));
}
