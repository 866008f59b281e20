import { admonitionKind } from '../blocks/admonition.ts';

/** `!!! warning "Title"` of Python-Markdown and MkDocs, `??? danger` that folds. */
const BANG = /^(?<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+(?<kinds>[\p{L}\d_-]+(?:[ \t]+[\p{L}\d_-]+)*)[ \t]*(?:"(?<title>[^"]*)")?[ \t]*$/u;
/** `{: .warning }` of kramdown: what stands below it is of that class. */
const KRAMDOWN = /^(?<indent>[ \t]*)\{:(?<classes>(?:[ \t]*\.[\w-]+)+)[ \t]*\}[ \t]*$/;
/** Code on a line, which stays, or a mark for the program that makes the page. */
const MARK = /(`[^`\n]+`)|\{:[^{}\n]*\}|\{\{[^{}\n]{0,300}\}\}/g;
/** A mark of a title that its writer did not part from the words; a single one in Latin script may be a directive of a program. */
const TITLE = /^ {0,3}(?:#{2,6}(?=\p{L})|#(?=\p{sc=Han}))/u;
const FENCE = /^[ \t]*(```+|~~~+)/;
const CONTENT_INDENT = 4;
/** Longest Liquid tag; what begins like one and does not end within is text. UTF-16 units. */
const LONGEST_TAG = 100_000;

export interface UnifiedText {
  readonly text: string;
  /** Template tags that say nothing to a reader. */
  readonly markup: readonly string[];
}

/**
 * Rewrites the admonitions of other Markdown families as containers (`:::warning Title` … `:::`), so that one reader serves all:
 * MkDocs blocks, kramdown classes, and Liquid includes of callouts with their text in parameters.
 */
export function unifyAdmonitions(text: string): UnifiedText {
  const markup: string[] = [];
  const withoutTags = text.includes('{%') ? rewriteTags(text, markup) : text;
  return { text: dropMarks(rewriteLines(withoutTags.split('\n')), markup).join('\n'), markup };
}

function rewriteTags(text: string, markup: string[]): string {
  let written = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('{%', at);
    const end = start < 0 ? -1 : text.indexOf('%}', start);
    if (start < 0 || end < 0 || end - start > LONGEST_TAG) return written + text.slice(at);
    const tag = text.slice(start + 2, end);
    const shown = isCode(text, start) ? text.slice(start, end + 2) : includedText(tag);
    if (shown === undefined) markup.push(text.slice(start, end + 2));
    written += text.slice(at, start) + (shown ?? '');
    at = end + 2;
  }
}

/** A tag that is quoted as code on its line. */
function isCode(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 200), at);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** What an include tag shows: a container where its type or path names an admonition, else its text; undefined when it has none. */
function includedText(tag: string): string | undefined {
  const [, path = '', rest = ''] = /^-?\s*include(?:_relative|_cached)?\s+([^\s"'=]+)([\s\S]*)$/.exec(tag) ?? [];
  const parameters = new Map(
    [...rest.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? '']),
  );
  const title = parameters.get('title') ?? parameters.get('header') ?? '';
  const content = parameters.get('content') ?? parameters.get('text') ?? parameters.get('message') ?? parameters.get('body') ?? '';
  if (title === '' && content === '') return undefined;
  const named = [
    parameters.get('type') ?? '',
    parameters.get('level') ?? '',
    ...path
      .replace(/\.\w+$/, '')
      .split(/[/._-]/)
      .reverse(),
  ];
  const kind = named.find((word) => admonitionKind(word) !== undefined) ?? 'note';
  return `\n\n:::${kind} ${oneLine(title)}\n\n${content}\n\n:::\n\n`;
}

function rewriteLines(lines: readonly string[]): string[] {
  const written: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim().startsWith(fence))) fence = fence === undefined ? mark : undefined;
    const box = fence === undefined ? (bangBox(lines, at) ?? kramdownBox(lines, at)) : undefined;
    if (box === undefined) {
      // A container's line stands apart, or a list before it would take it for its own.
      if (fence === undefined && /^[ \t]*:{3,}/.test(line)) written.push('', line, '');
      else written.push(line);
      continue;
    }
    const { indent, kind, title, content } = box;
    written.push('', `${indent}:::${kind} ${title}`.trimEnd(), '', ...rewriteLines(content), '', `${indent}:::`, '');
    at = box.end - 1;
  }
  return written;
}

/**
 * Takes off what kramdown and Liquid put into a line for themselves (`{:.class}`, `{{ site.name }}`), and parts the mark of a title
 * from its words (`##标题`); code keeps all of it.
 */
function dropMarks(lines: readonly string[], markup: string[]): string[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim().startsWith(fence))) fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) return line;
    const spaced = line.replace(TITLE, '$& ');
    if (!spaced.includes('{')) return spaced;
    return spaced.replace(MARK, (whole: string, code: string | undefined) => {
      if (code !== undefined) return whole;
      markup.push(whole);
      return '';
    });
  });
}

interface Box {
  readonly indent: string;
  readonly kind: string;
  readonly title: string;
  readonly content: readonly string[];
  /** Index of the line behind it. */
  readonly end: number;
}

function bangBox(lines: readonly string[], at: number): Box | undefined {
  const groups = BANG.exec(lines[at] ?? '')?.groups;
  const kind = groups?.kinds?.split(/[ \t]+/).find((word) => admonitionKind(word) !== undefined);
  if (groups === undefined || kind === undefined) return undefined;
  const indent = groups.indent ?? '';
  const inside = `${indent}${' '.repeat(CONTENT_INDENT)}`;
  let end = at + 1;
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = (lines[next] ?? '').replaceAll('\t', ' '.repeat(CONTENT_INDENT));
    if (line.startsWith(inside)) end = next + 1;
    else if (line.trim() !== '') break;
  }
  const content = lines.slice(at + 1, end).map((line) => indent + line.replaceAll('\t', ' '.repeat(CONTENT_INDENT)).slice(inside.length));
  return { indent, kind, title: oneLine(groups.title ?? ''), content, end };
}

function kramdownBox(lines: readonly string[], at: number): Box | undefined {
  const groups = KRAMDOWN.exec(lines[at] ?? '')?.groups;
  const kind = groups?.classes?.split(/[\s.]+/).find((word) => admonitionKind(word) !== undefined);
  if (groups === undefined || kind === undefined || (lines[at + 1] ?? '').trim() === '') return undefined;
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '') end += 1;
  return { indent: groups.indent ?? '', kind, title: '', content: lines.slice(at + 1, end), end };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
