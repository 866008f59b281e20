import { PINYIN_TABLE } from './pinyin-table.data.ts';

interface Pinyin {
  readonly characters: ReadonlyMap<string, readonly string[]>;
  readonly syllables: ReadonlyMap<string, readonly string[]>;
}

let held: Pinyin | undefined;

/** Other characters that sound like a simplified one, tones apart; none for a character outside GB 2312. */
export function homophones(character: string): readonly string[] {
  const { syllables, characters } = table();
  const alike = (syllables.get(character) ?? []).flatMap((syllable) => characters.get(syllable) ?? []);
  return [...new Set(alike)].filter((other) => other !== character);
}

/** The characters of a syllable in pinyin, without tone; none for letters that are no syllable. */
export function charactersOf(syllable: string): readonly string[] {
  return table().characters.get(syllable) ?? [];
}

function table(): Pinyin {
  held ??= read();
  return held;
}

function read(): Pinyin {
  const characters = new Map<string, readonly string[]>();
  const syllables = new Map<string, string[]>();
  for (const line of PINYIN_TABLE.trim().split(/;\n?/)) {
    const [syllable = '', all = ''] = line.split(' ');
    characters.set(syllable, [...all]);
    for (const character of all) syllables.set(character, [...(syllables.get(character) ?? []), syllable]);
  }
  return { characters, syllables };
}
