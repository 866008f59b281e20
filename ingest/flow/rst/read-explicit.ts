import type { Directive, ReadElement } from './body-element.ts';
import { isBlank, type Lines, takeIndented } from './indented-lines.ts';

const DIRECTIVE = /^(?:\|[^|]+\|\s+)?(?<name>[\p{L}\d](?:[\p{L}\d_.+-]|:(?!:)){0,80}?)\s?::(?:\s+(?<rest>.*))?$/u;
const NOTE = /^\[(?<label>\d{1,4}|[#*]|#?[A-Za-z][\w.-]{0,80})\](?:\s+(?<rest>.*))?$/;
const OPTION = /^:(?<name>[\w-]{1,60}(?: [\w-]{1,60})?):(?:\s+(?<value>.*))?$/;

export function isExplicit(line: string): boolean {
  return line === '..' || line.startsWith('.. ') || line === '__' || line.startsWith('__ ');
}

/** Whether a line opens a directive or names a target, so that it ends a paragraph even where its writer forgot the blank line. */
export function opensDirective(line: string): boolean {
  return line.startsWith('.. ') && (line.startsWith('.. _') || DIRECTIVE.test(line.slice(3)));
}

/** Reads what `..` opens: a directive, a footnote, a target, a substitution, or else a comment. */
export function readExplicit(lines: Lines, at: number): ReadElement {
  const first = lines[at] ?? '';
  if (first.startsWith('__')) return { element: { kind: 'reference' }, end: at + 1 };
  const rest = first.slice(2).trimStart();
  if (rest === '' && isBlank(lines[at + 1])) return { element: { kind: 'comment', text: '' }, end: at + 1 };
  const { block, end } = takeIndented(lines, at + 1);
  if (rest.startsWith('_')) return { element: { kind: 'reference' }, end };
  const note = NOTE.exec(rest)?.groups;
  if (note !== undefined) return { element: { kind: 'note', label: note.label ?? '', lines: [note.rest ?? '', ...block] }, end };
  const opened = DIRECTIVE.exec(rest)?.groups;
  if (opened === undefined) return { element: { kind: 'comment', text: [rest, ...block].join('\n').trim() }, end };
  const directive = takeApart((opened.name ?? '').toLowerCase(), opened.rest ?? '', block);
  // A substitution's text stands where it is used.
  return { element: rest.startsWith('|') ? { kind: 'reference' } : { kind: 'directive', directive }, end };
}

function takeApart(name: string, rest: string, block: Lines): Directive {
  let next = 0;
  const argument = [rest];
  while (next < block.length && !isBlank(block[next]) && !OPTION.test(block[next] ?? '')) {
    argument.push(block[next] ?? '');
    next += 1;
  }
  const options = new Map<string, string>();
  let open: string | undefined;
  while (next < block.length && !isBlank(block[next])) {
    const line = block[next] ?? '';
    const option = OPTION.exec(line)?.groups;
    if (option !== undefined) {
      open = option.name ?? '';
      options.set(open, option.value ?? '');
    } else if (open !== undefined && line.startsWith(' ')) options.set(open, `${options.get(open) ?? ''}\n${line.trim()}`);
    else break;
    next += 1;
  }
  return { name, argument: argument.join('\n').trim(), options, content: block.slice(next) };
}
