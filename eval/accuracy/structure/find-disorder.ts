import { fold, type Passage } from '../../../kernel/index.ts';

const SIGNS = /[^\p{L}\p{N}]+/gu;
/** What stands in a source line but is not printed as it stands: targets of links, tags, names of roles, signs given by name. */
const MARKUP = [/\]\([^)\n]*\)/g, /<[^<>\n]*>/g, /:[a-z][a-z:+-]*:(?=`)/g, /&(?:[a-z]+|#\d+);/gi];
/** Letters and digits by which a passage is looked up in the source: few enough to end before most markup. */
const PROBED = 12;
/** A step back on a page that is no other line, in points. */
const LINE = 3;

/**
 * Passages that do not follow the one before: in the lines of a source text (given for text formats) they must be found one after
 * the other, on pages from top to bottom, in rows by number.
 */
export function findDisorder(passages: readonly Passage[], source: string | undefined): readonly string[] {
  return source === undefined ? disorderByPlace(passages) : disorderInSource(passages, source);
}

function disorderInSource(passages: readonly Passage[], source: string): readonly string[] {
  const printed = lettersOf(MARKUP.reduce((text, pattern) => text.replace(pattern, ' '), source));
  const faults: string[] = [];
  let at = 0;
  for (const passage of passages) {
    const probe = lettersOf(passage.text).slice(0, PROBED);
    const found = printed.indexOf(probe, at);
    if (found >= 0) at = found + probe.length;
    else faults.push(`${shown(passage)} ${printed.includes(probe) ? 'stands earlier in the source' : 'is not in these lines'}`);
  }
  return faults;
}

function disorderByPlace(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap((passage, index) => {
    const before = index === 0 ? undefined : passages[index - 1]?.anchors[0];
    const [own] = passage.anchors;
    if (before?.kind === 'row' && own?.kind === 'row') return own.row > before.row ? [] : [`${shown(passage)} has an earlier row`];
    if (before?.kind !== 'page' || own?.kind !== 'page') return [];
    const [above] = before.boxes;
    const [box] = own.boxes;
    const isBack =
      own.page < before.page || (own.page === before.page && box !== undefined && above !== undefined && box.y0 < above.y0 - LINE);
    return isBack ? [`${shown(passage)} stands above the one before`] : [];
  });
}

function lettersOf(text: string): string {
  return fold(text).replace(SIGNS, '');
}

function shown({ text }: Passage): string {
  return `"${text.slice(0, 30)}"`;
}
