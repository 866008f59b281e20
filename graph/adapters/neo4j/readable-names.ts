/** What Neo4j's own tools show of a thing; taken from its names and never part of a digest. */
export interface ReadableNames {
  /** The caption: identifier and name, as `P-101 循环水泵`. */
  readonly name: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** Names that look like an identifier, with a digit and without a blank: tags, part and serial numbers, alarm codes. */
  readonly identifiers: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const LETTER = /\p{Letter}/u;

/** The first name in each language is the one shown; `instead` is shown where there is no name at all. */
export function readableNames(names: readonly string[], instead: string): ReadableNames {
  const identifiers = names.filter(isIdentifier);
  const words = names.filter((name) => !isIdentifier(name) && LETTER.test(name));
  const nameZh = words.find((name) => HAN.test(name)) ?? null;
  const nameEn = words.find((name) => !HAN.test(name)) ?? null;
  const shown = [identifiers[0], nameZh ?? nameEn].filter((part) => part !== undefined && part !== null);
  return { name: shown.length > 0 ? shown.join(' ') : (names[0] ?? instead), nameZh, nameEn, identifiers };
}

function isIdentifier(name: string): boolean {
  return /\p{Number}/u.test(name) && !/\s/.test(name) && !HAN.test(name);
}
