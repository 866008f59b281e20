import type { Random } from '../../datasets/index.ts';
import type { FuzzFormat } from './fuzz-file.ts';

type MutateText = (text: string, random: Random) => string;

const HUGE = ['1000000000', '-1', '99999999999999999999', 'NaN', '0', '1e308'];
const ANY = [
  '\u202e',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\r',
  '\u2028',
  'ﷺ',
  '🏭',
  '\u0301'.repeat(40),
  '９'.repeat(60),
  '%s%n',
  "'; DROP TABLE passage; --",
];
/** Pieces that end up where a parser of the format has to decide something. */
const PIECES: Readonly<Partial<Record<FuzzFormat, readonly string[]>>> = {
  csv: [
    '"',
    '""',
    '","',
    ';',
    '\t',
    ',,,,,,,,',
    '"open\n',
    '=HYPERLINK("http://x")',
    '2024-02-30',
    '1,234.5',
    '\r\r\n',
    ',"',
    '99/99/9999',
  ],
  markdown: [
    '```',
    '~~~~',
    '> > > > ',
    '- - - - ',
    '[',
    '![](',
    '](',
    '**',
    '|---|',
    '<div',
    '<!--',
    '-->',
    ':::',
    ':::: warning',
    '{%',
    '%}',
    '!!! danger',
    '    ',
    '&#x0;',
    '[a]: <',
    '***',
    '`` ` ``',
    '1) ',
    '\t- ',
  ],
  html: [
    '<',
    '</',
    '<!--',
    '-->',
    '<table>',
    '</table><td>',
    '<td colspan=1000000000 rowspan=1000000000>',
    '<ol start=2147483647>',
    '<template>',
    '<svg><title>',
    '<math><mtext>',
    '<b><i><a>',
    '</p>',
    '<select><option>',
    '<plaintext>',
    '<![CDATA[',
    '&#x110000;',
    '&lt',
    '<script>',
    '<frameset>',
    '<meta charset=utf-16>',
    '<base href="file:///etc/passwd">',
    '<ul><li><ul><li>',
    '<dl><dt><dd>',
    '<caption>',
    '<header><h1>',
  ],
  rst: [
    '.. ',
    '..',
    '.. warning::',
    '.. |a| replace:: |a|',
    '.. include:: /etc/passwd',
    '.. list-table::\n\n   * - ',
    '+---+\n|',
    '=== ===',
    '::',
    '``',
    ':ref:`',
    '`',
    '|a|',
    '====',
    '   ',
    '#. ',
    '.. csv-table::\n   :delim: tab\n\n   "',
    '[1]_',
    '__ ',
    '.. _a: a_',
  ],
  text: [
    '1. ',
    'WARNING',
    '警告：',
    '第三章 ',
    '====',
    '- ',
    '步骤1',
    '\f',
    '9'.repeat(300),
    '1-2-3-4-5-6-',
    'P-101/A/B/C/D',
    '((((((((((',
    '5×10^3×10^3',
  ],
};

/** Mutations of the lines and the marks of a text. */
export function textMutations(format: FuzzFormat): Readonly<Record<string, MutateText>> {
  const pieces = [...(PIECES[format] ?? []), ...ANY];
  return {
    'lines shuffled': (text, random) => byLine(text, (lines) => random.shuffle(lines)),
    'line doubled': (text, random) =>
      byLine(text, (lines) => {
        const at = random.integer(0, lines.length - 1);
        return [...lines.slice(0, at), ...Array.from({ length: random.integer(1, 200) }, () => lines[at] ?? ''), ...lines.slice(at)];
      }),
    'lines dropped': (text, random) => byLine(text, (lines) => lines.filter(() => random.chance(0.7))),
    'indents shifted': (text, random) =>
      byLine(text, (lines) => lines.map((line) => (random.chance(0.3) ? ' '.repeat(random.integer(0, 9)) + line.trimStart() : line))),
    'lines joined': (text, random) => text.replace(/\n/g, () => (random.chance(0.5) ? ' ' : '\n')),
    'marks put in': (text, random) => insert(text, random, pieces),
    'marks repeated': (text, random) => {
      const at = random.integer(0, text.length);
      return text.slice(0, at) + random.pick(pieces).repeat(random.integer(2, 300)) + text.slice(at);
    },
    'numbers made huge': (text, random) => text.replace(/\d+/g, (digits) => (random.chance(0.1) ? random.pick(HUGE) : digits)),
    'other encoding': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  };
}

function insert(text: string, random: Random, pieces: readonly string[]): string {
  let written = text;
  for (let left = random.integer(1, 8); left > 0; left -= 1) {
    const at = random.integer(0, written.length);
    written = written.slice(0, at) + random.pick(pieces) + written.slice(at);
  }
  return written;
}

function byLine(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}
