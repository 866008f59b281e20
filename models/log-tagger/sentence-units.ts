/** A stretch of a text that is tagged as one: a Han character or a sign, or a run of Latin letters or of digits; places in UTF-16 units. */
export interface SentenceUnit {
  readonly start: number;
  readonly end: number;
  /** The number of the piece where it begins, the one where it ends, its place in the first, and its width, each bounded. */
  readonly first: number;
  readonly last: number;
  readonly inside: number;
  readonly width: number;
}

/** What a model is given of units: the places of their pieces behind the sign that begins, their places in these, and widths. */
export function unitInputs(units: readonly SentenceUnit[]) {
  return {
    first: units.map(({ first }) => first + 1),
    last: units.map(({ last }) => last + 1),
    inside: units.map(({ inside }) => inside),
    width: units.map(({ width }) => width),
  };
}

const UNIT = /[A-Za-z]+|\p{Nd}+|[^\s]/gu;
const SPACE_SIGN = /^▁+/u;
const UNKNOWN = '<unk>';
/** Places and widths that the model was taught with. */
const MOST = 7;

/** A text with each character in its plain form (NFKC), and for each UTF-16 unit of it where in the text it comes from. */
export interface PlainText {
  readonly text: string;
  readonly origins: readonly { readonly start: number; readonly end: number }[];
}

export function plainText(text: string): PlainText {
  let plain = '';
  const origins: { start: number; end: number }[] = [];
  let start = 0;
  for (const sign of text) {
    const form = sign.normalize('NFKC');
    plain += form;
    for (let at = 0; at < form.length; at += 1) origins.push({ start, end: start + sign.length });
    start += sign.length;
  }
  return { text: plain, origins };
}

/**
 * The units of a text with their places among its pieces, which cover it in their order; what no piece covers belongs to the one before.
 * @param pieces of the plain text, as the tokenizer made them.
 */
export function sentenceUnits({ text, origins }: PlainText, pieces: readonly string[]): readonly SentenceUnit[] {
  const piece = new Array<number>(text.length).fill(Math.max(0, pieces.length - 1));
  const inside = new Array<number>(text.length).fill(0);
  let at = 0;
  pieces.forEach((one, number) => {
    const words = one.replace(SPACE_SIGN, '');
    const found = words === '' || words === UNKNOWN ? -1 : text.indexOf(words, at);
    if (found < 0) return;
    piece.fill(Math.max(0, number - 1), at, found);
    for (let place = found; place < found + words.length; place += 1) {
      piece[place] = number;
      inside[place] = Math.min(place - found, MOST);
    }
    at = found + words.length;
  });
  return [...text.matchAll(UNIT)].map(({ 0: unit, index }) => {
    const end = index + unit.length;
    return {
      start: origins[index]?.start ?? 0,
      end: origins[end - 1]?.end ?? 0,
      first: piece[index] ?? 0,
      last: piece[end - 1] ?? 0,
      inside: inside[index] ?? 0,
      width: Math.min(unit.length, MOST),
    };
  });
}
