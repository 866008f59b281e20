import type { DecodeBytes } from './code-page.ts';

/** Characters in which the end of a code of formatting is looked for. */
const LONGEST_CODE = 200;
const PERCENT_SIGNS: Readonly<Record<string, string>> = { d: '°', p: '±', c: 'Ø', '%': '%' };
/** Underline, overline and strike-through, which are set on and off and draw no character. */
const PERCENT_SWITCHES = 'uok';
const CARETS: Readonly<Record<string, string>> = { I: '\t', J: '\n', M: '', ' ': '^' };
/** Bytes in a code page of its own: `\M+5B1C3`. */
const CIF_CODE_PAGES: Readonly<Record<string, string>> = { 1: 'shift_jis', 2: 'big5', 3: 'euc-kr', 4: 'euc-kr', 5: 'gb18030' };

/** The characters of a line of text: `\U+` and `\M+` escapes, `%%` signs and `^` controls as what they draw. */
export function plainLine(text: string, decode: DecodeBytes): string {
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const special = specialAt(text, at, decode);
    plain += special?.text ?? text.charAt(at);
    at += special?.length ?? 1;
  }
  return plain.normalize('NFC');
}

interface Special {
  readonly text: string;
  readonly length: number;
}

function specialAt(text: string, at: number, decode: DecodeBytes): Special | undefined {
  const sign = text.charAt(at);
  if (sign === '%' && text.charAt(at + 1) === '%') return percentAt(text, at);
  if (sign === '^') {
    const control = CARETS[text.charAt(at + 1)];
    return control === undefined ? undefined : { text: control, length: 2 };
  }
  return sign === '\\' ? escapeAt(text, at, decode) : undefined;
}

function percentAt(text: string, at: number): Special | undefined {
  const code = text.charAt(at + 2).toLowerCase();
  const sign = PERCENT_SIGNS[code];
  if (sign !== undefined) return { text: sign, length: 3 };
  if (code !== '' && PERCENT_SWITCHES.includes(code)) return { text: '', length: 3 };
  const number = /^\d{3}/.exec(text.slice(at + 2, at + 5))?.[0];
  if (number === undefined) return undefined;
  const value = Number(number);
  return { text: value < 32 || value > 255 ? '' : String.fromCharCode(value), length: 5 };
}

function escapeAt(text: string, at: number, decode: DecodeBytes): Special | undefined {
  const window = text.slice(at, at + 8);
  const unicode = /^\\U\+([0-9A-F]{4})/i.exec(window)?.[1];
  if (unicode !== undefined) return { text: String.fromCharCode(Number.parseInt(unicode, 16)), length: 7 };
  const multi = /^\\M\+([1-5])([0-9A-F]{4})/i.exec(window);
  const encoding = CIF_CODE_PAGES[multi?.[1] ?? ''];
  if (multi === null || encoding === undefined) return undefined;
  return { text: decode(Buffer.from(multi[2] ?? '', 'hex').toString('latin1'), encoding), length: 8 };
}

/** Codes that stand for a character or a break. */
const ESCAPED: Readonly<Record<string, string>> = { P: '\n', N: '\n', X: '\n', '~': '\u00a0', '\\': '\\', '{': '{', '}': '}' };
/** Codes that switch something and take no value. */
const SWITCHES = 'LlOoKk';
/** Codes with a value that ends in a semicolon. */
const SETTINGS = 'ACcFfHpQTW';

/** The words of a text with codes of formatting (MTEXT), its paragraphs parted by line ends. */
export function plainParagraphs(text: string, decode: DecodeBytes): string {
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const special = formatAt(text, at) ?? specialAt(text, at, decode);
    plain += special?.text ?? text.charAt(at);
    at += special?.length ?? 1;
  }
  return plain
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .normalize('NFC');
}

function formatAt(text: string, at: number): Special | undefined {
  const sign = text.charAt(at);
  if (sign === '{' || sign === '}') return { text: '', length: 1 };
  if (sign !== '\\') return undefined;
  const code = text.charAt(at + 1);
  const escaped = ESCAPED[code];
  if (escaped !== undefined) return { text: escaped, length: 2 };
  if (code !== '' && SWITCHES.includes(code)) return { text: '', length: 2 };
  if (code === 'S') return stackAt(text, at);
  if (code === '' || !SETTINGS.includes(code)) return undefined;
  const end = text.slice(at, at + LONGEST_CODE).indexOf(';');
  return end < 0 ? undefined : { text: '', length: end + 1 };
}

/** Two texts over each other: `\S1/2;`, `\S+0.1^-0.2;`. */
function stackAt(text: string, at: number): Special | undefined {
  const window = text.slice(at + 2, at + 2 + LONGEST_CODE);
  const end = /(?<!\\);/.exec(window)?.index;
  if (end === undefined) return undefined;
  const [, upper = '', lower = ''] = /^(.*?)(?<!\\)[/#^](.*)$/s.exec(window.slice(0, end)) ?? [undefined, window.slice(0, end), ''];
  const parts = [upper, lower].map((part) => part.replace(/\\(.)/g, '$1').trim()).filter((part) => part !== '');
  return { text: parts.join('/'), length: end + 3 };
}
