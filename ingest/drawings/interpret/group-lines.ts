import type { TagGrammar } from '../../../kernel/index.ts';
import { isValveMark, stepMarker, valveFunction } from '../../../ontology/index.ts';
import { around } from '../model/box-of.ts';
import type { TextGroup } from './join-balloons.ts';
import type { PlacedText } from './placed-text.ts';
import type { Rulings } from './rulings.ts';

/** Heights of the text between two lines of one label, and by which their edges or middles may differ. */
const WIDEST_GAP = 1;
const OUT_OF_LINE = 0.6;
/** Lines of one label are of nearly one height. */
const OTHER_HEIGHT = 1.35;
/** Lines above the next one that are looked at. */
const LOOKED_AT = 24;
/** UTF-16 units of one label at most. */
const LONGEST_LABEL = 600;

/**
 * Lines of a sheet that stand under each other and say one thing: a tag with the name below it, a note of several lines. A line that
 * holds a tag or begins with a number begins something new, and so does what stands behind a ruled line. The mark under the tag of a
 * valve that says how it stands is a label of its own.
 */
export function groupLines(texts: readonly PlacedText[], rulings: Rulings, grammar: TagGrammar): readonly TextGroup[] {
  const lines = [...texts].sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0 || (a.id < b.id ? -1 : 1));
  const open = new Map<string, PlacedText[][]>();
  const groups: PlacedText[][] = [];
  for (const line of lines) {
    const column = Math.floor(line.box.x0 / (8 * line.height));
    const near = [column - 1, column, column + 1].flatMap((one) => (open.get(`${one}`) ?? []).slice(-LOOKED_AT));
    const begins = line.rotation !== 0 || stepMarker(line.text) !== undefined || grammar.find(line.text).some(isTag);
    const group = begins ? undefined : near.findLast((one) => goesOn(one, line, rulings));
    if (group !== undefined && isMarkOf(group, line, grammar)) {
      groups.push([line]);
      continue;
    }
    if (group !== undefined) {
      group.push(line);
      continue;
    }
    const fresh = [line];
    groups.push(fresh);
    open.set(`${column}`, [...(open.get(`${column}`) ?? []).slice(-LOOKED_AT), fresh]);
  }
  return groups.flatMap((parts) => {
    const box = around(parts);
    return box === undefined ? [] : [{ parts, text: parts.map((part) => part.text).join(' '), box }];
  });
}

function isMarkOf(group: readonly PlacedText[], { text }: PlacedText, grammar: TagGrammar): boolean {
  const [first] = grammar.find(group[0]?.text ?? '');
  return isValveMark(text) && first?.start === 0 && valveFunction(first.identifier.text) !== undefined;
}

function isTag({ identifier }: ReturnType<TagGrammar['find']>[number]): boolean {
  return identifier.kind === 'tag';
}

function goesOn(group: readonly PlacedText[], line: PlacedText, rulings: Rulings): boolean {
  const last = group.at(-1);
  if (last === undefined || last.rotation !== line.rotation) return false;
  const [low, high] = [Math.min(last.height, line.height), Math.max(last.height, line.height)];
  if (high > low * OTHER_HEIGHT) return false;
  const gap = last.box.y0 - line.box.y1;
  if (gap < -high * 0.6 || gap > high * WIDEST_GAP) return false;
  const isLeft = Math.abs(last.box.x0 - line.box.x0) <= high * OUT_OF_LINE;
  const isCentred = Math.abs(last.box.x0 + last.box.x1 - line.box.x0 - line.box.x1) / 2 <= high * OUT_OF_LINE;
  if (!isLeft && !isCentred) return false;
  if (group.reduce((sum, part) => sum + part.text.length + 1, line.text.length) > LONGEST_LABEL) return false;
  return rulings.below(last.box, line.box) === 0;
}
