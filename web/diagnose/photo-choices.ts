import type { PhotoReading } from '../contract.ts';

type Words = Omit<PhotoReading['lines'][number], 'parts'>;

/** Something that was read on a photo and may be part of the fault that is asked. */
export interface PhotoChoice extends Words {
  readonly id: string;
  /** Kind of a code; absent for other text. */
  readonly code?: string;
}

/** By choice, what it says as the person sees it; what is not in it was not chosen. */
export type Chosen = ReadonlyMap<string, string>;

/** What a photo offers: each code once, as it was read most surely, and each text that stands apart and is no such code, top to bottom. */
export function photoChoices({ lines, mentions }: PhotoReading): readonly PhotoChoice[] {
  const codes = new Map<string, PhotoChoice>();
  for (const mention of mentions) {
    if (mention.type !== 'identifier') continue;
    const { text, confidence, isUnsure, recognised, box } = mention;
    const known = codes.get(mention.canonical);
    if (known !== undefined && known.confidence >= confidence) continue;
    const words = { text, confidence, isUnsure, box, ...(recognised === undefined ? {} : { recognised }) };
    codes.set(mention.canonical, { id: `code ${mention.canonical}`, code: mention.subtype, ...words });
  }
  const isCode = (line: number, start: number, end: number) =>
    mentions.some((one) => one.type === 'identifier' && one.line === line && one.start <= start && one.end >= end);
  const texts = lines.flatMap(({ parts }, line) =>
    parts
      .filter(({ start, end, text }) => /[\p{L}\p{N}]/u.test(text) && !isCode(line, start, end))
      .map(({ start, end: _, ...words }): PhotoChoice => ({ id: `text ${line} ${start}`, ...words })),
  );
  return [...codes.values(), ...texts];
}

/** The fault that is asked: what was chosen, as the person corrected it, in the order of the choices, each word once; then what was typed. */
export function askedFault(choices: readonly PhotoChoice[], chosen: Chosen, typed: string): string {
  const pieces = choices.flatMap(({ id }) => {
    const text = chosen.get(id)?.trim() ?? '';
    return text === '' ? [] : [text];
  });
  const isSaid = (piece: string, at: number) =>
    pieces.some((other, place) => place !== at && other.includes(piece) && (other.length > piece.length || place < at));
  return [...pieces.filter((piece, at) => !isSaid(piece, at)), typed.trim()].filter((piece) => piece !== '').join(' ');
}
