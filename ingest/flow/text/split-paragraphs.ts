import { stepMarker, warningSignal } from '../../../ontology/index.ts';
import { terminalWidth } from '../blocks/terminal-columns.ts';
import { headingLevel } from './text-heading.ts';

/** Lines of one paragraph. `alone`: it is one line; `underline`: the sign of the line of signs below it. */
export interface TextParagraph {
  readonly lines: readonly string[];
  readonly alone: boolean;
  readonly underline?: '=' | '-';
}

const UNDERLINE = /^\s*(={3,}|-{3,})\s*$/;
/** A sign before an item of a list. */
export const BULLET = /^\s*[-*+•·●○■◆▪]\s+(?=\S)/;
const SENTENCE_END = /[.。!！?？:：;；]["”’)）]?\s*$/;
/** Widths between which a text is wrapped by hand, in columns of a terminal; wider lines are paragraphs of their own. */
const NARROWEST_WRAP = 48;
const WIDEST_WRAP = 160;

/** Groups lines into paragraphs: blank lines part them, and within a group every line that begins or ends something. */
export function splitParagraphs(lines: readonly string[]): readonly TextParagraph[] {
  const paragraphs: TextParagraph[] = [];
  let group: string[] = [];
  const close = (): void => {
    if (group.length > 0) paragraphs.push({ lines: group, alone: group.length === 1 });
    group = [];
  };
  const widest = lines.map(terminalWidth).reduce((most, width) => (width > WIDEST_WRAP ? most : Math.max(most, width)), NARROWEST_WRAP);
  for (const line of lines) {
    const sign = UNDERLINE.exec(line)?.[1]?.startsWith('=') ? '=' : '-';
    if (UNDERLINE.test(line)) {
      const [title] = group;
      if (group.length === 1 && title !== undefined) {
        paragraphs.push({ lines: group, alone: true, underline: sign });
        group = [];
      } else close();
      continue;
    }
    if (line.trim() === '') {
      close();
      continue;
    }
    const last = group.at(-1);
    if (last !== undefined && (begins(line) || ends(last, line, widest))) close();
    group.push(line);
  }
  close();
  return paragraphs;
}

function begins(line: string): boolean {
  return (
    BULLET.test(line) || stepMarker(line) !== undefined || warningSignal(line.trim()) !== undefined || headingLevel(line) !== undefined
  );
}

/** Also where the first word of the next line would have had room: then the writer ended the line, it was not wrapped. */
function ends(line: string, next: string, widest: number): boolean {
  if (SENTENCE_END.test(line) || terminalWidth(line) > WIDEST_WRAP || headingLevel(line) !== undefined) return true;
  const word = /^\s*(?:\p{sc=Han}|[^\s\p{sc=Han}]+)/u.exec(next)?.[0].trim() ?? '';
  return terminalWidth(line.trimEnd()) + 1 + terminalWidth(word) <= widest;
}
