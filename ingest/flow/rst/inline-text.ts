import { superscript } from '../../clean/superscript.ts';

/** Roles whose text is a language of its own, in which a backslash is a sign like others. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['math', 'code', 'raw', 'literal']);

/** Names that inline markup may refer to, gathered from the whole document before it is read. */
export interface References {
  readonly substitutions: ReadonlyMap<string, string>;
  readonly targets: ReadonlySet<string>;
}

/** No span of inline markup is longer; a mark without its partner is searched for no further. UTF-16 units. */
const LONGEST = 2_000;
const INLINE = new RegExp(
  [
    '\\\\(?<escaped>[\\s\\S])',
    `\`\`(?<literal>[\\s\\S]{1,${LONGEST}}?)\`\`(?!\`)`,
    `(?::(?<role>[\\w+.-]{1,40}(?::[\\w+.-]{1,40}){0,2}):)?\`(?<interpreted>(?:[^\`\\\\]|\\\\[\\s\\S]){1,${LONGEST}})\`(?::(?<after>[\\w+.-]{1,40}):)?_{0,2}`,
    `(?<![\\p{L}\\p{N}*])\\*\\*(?<strong>(?=\\S)[\\s\\S]{1,${LONGEST}}?(?<=\\S))\\*\\*`,
    `(?<![\\p{L}\\p{N}*])\\*(?<emphasis>[^\\s*](?:[^*]{0,${LONGEST}}[^\\s*])?)\\*`,
    '\\|(?<substitution>[^|\\s](?:[^|\\n]{0,200}[^|\\s])?)\\|_{0,2}',
    '(?<note>\\[(?:\\d{1,4}|[#*]|#?[A-Za-z][\\w.-]{0,80})\\])_',
    '(?<![\\p{L}\\p{N}_])(?<named>[\\p{L}\\p{N}](?:[\\w.-]{0,80}[\\p{L}\\p{N}])?)__?(?![\\p{L}\\p{N}_])',
  ].join('|'),
  'gu',
);

/** Words of a text as a reader sees them: without marks, with the texts of links, roles and substitutions. */
export function inlineText(text: string, references: References): string {
  return text.replace(INLINE, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { escaped, literal, interpreted, strong, emphasis, substitution, note, named } = groups;
    if (escaped !== undefined) return /\s/.test(escaped) ? '' : escaped;
    if (literal !== undefined) return literal;
    if (interpreted !== undefined) return interpretedText(interpreted, groups.role ?? groups.after);
    if (strong !== undefined || emphasis !== undefined) return inlineText(strong ?? emphasis ?? '', references);
    if (substitution !== undefined) return references.substitutions.get(nameKey(substitution)) ?? whole;
    if (note !== undefined) return note;
    return named !== undefined && references.targets.has(nameKey(named)) ? named : whole;
  });
}

/** `text <target>` shows its text; a role says how, and only raised text is told apart. */
function interpretedText(text: string, role: string | undefined): string {
  if (role !== undefined && AS_WRITTEN.has(role)) return text;
  const plain = text.replace(/\\(\s?)([\s\S]?)/g, (_, blank: string, sign: string) => (blank === '' ? sign : sign));
  const shown = /^([\s\S]*[^\s<])\s*<[^<>]*>$/.exec(plain)?.[1] ?? plain.replace(/^<([^<>\s]+)>$/, '$1');
  if (role === 'sup' || role === 'superscript') return superscript(shown);
  return role === undefined ? shown : shown.replace(/^[~!]/, '');
}

/** Reference names compare without case and with their white space as one blank. */
export function nameKey(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
