import { type Access, type ElementPlace, type Passage, readElement, type StoredPassage, sectionDepth } from '../../kernel/index.ts';
import { TEST_TENANT } from './read-whole.ts';

/** What is wrong with the places that the structure of a passage names. */
export function misplaced(passage: Passage, passages: readonly Passage[]): readonly string[] {
  const { order, kind, structure } = passage;
  const { section, list, table, level, leadIn, rowLabels = [] } = structure;
  const at = (place: number | undefined): Passage | undefined => (place === undefined ? undefined : passages[place]);
  const around = headingAround(passage, passages);
  const wrong: (readonly [boolean, string])[] = [
    [section !== undefined && (section >= order || at(section)?.kind !== 'heading'), 'section'],
    [section === undefined && kind !== 'heading' && around !== undefined, 'no section'],
    [kind !== 'heading' && section !== around, 'another section than that of the heading before'],
    [kind === 'heading' && level === undefined, 'a heading without level'],
    [level !== undefined && (!Number.isInteger(level) || level < 1), 'level'],
    [list !== undefined && (list > order || at(list)?.structure.list !== list), 'list'],
    [list !== undefined && at(list)?.structure.section !== section, 'a list over a heading'],
    [table !== undefined && (table > order || at(table)?.structure.table !== table), 'table'],
    [table !== undefined && passages.slice(table, order).some((other) => other.structure.table !== table), 'a table with a gap'],
    [leadIn?.order !== undefined && (leadIn.order >= order || at(leadIn.order)?.text !== leadIn.text), 'lead-in'],
    [leadIn !== undefined && leadIn.text.trim() === '', 'empty lead-in'],
    [rowLabels.length > 0 && table === undefined, 'labels of no row'],
    [
      rowLabels.some(
        (label) => label.text === '' || (label.order !== undefined && (label.order >= order || at(label.order)?.structure.table !== table)),
      ),
      'label',
    ],
  ];
  return wrong.flatMap(([isWrong, what]) => (isWrong ? [`${order} (${passage.text.slice(0, 40)}): ${what}`] : []));
}

/**
 * The innermost heading whose section has not ended before a passage; a step set as a title ends sections and is none itself, and so does
 * a slide unless it goes on with the section of the one before.
 */
function headingAround(passage: Passage, passages: readonly Passage[]): number | undefined {
  const open: { readonly depth: number; readonly order: number }[] = [];
  for (const other of passages.slice(0, passage.order + 1)) {
    const depth = sectionDepth(other);
    if (depth === undefined && other.structure.section === undefined && slideOf(other) !== slideOf(passages[other.order - 1]))
      open.length = 0;
    if (depth === undefined) continue;
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    if (other.kind === 'heading' && other !== passage) open.push({ depth, order: other.order });
  }
  return open.at(-1)?.order;
}

function slideOf(passage: Passage | undefined): string | undefined {
  const [anchor] = passage?.anchors ?? [];
  return anchor?.kind === 'block' ? /^(?:hidden-)?slide\/\d+/.exec(anchor.path)?.[0] : undefined;
}

/** The sections, lists and tables that passages open. */
export function elementsOf(passages: readonly Passage[]): readonly ElementPlace[] {
  return passages.flatMap((passage): ElementPlace[] => {
    const { order, structure, versionId: version } = passage;
    return [
      ...(sectionDepth(passage) !== undefined ? [{ kind: 'section' as const, version, opening: order }] : []),
      ...(structure.list === order ? [{ kind: 'list' as const, version, opening: order }] : []),
      ...(structure.table === order ? [{ kind: 'table' as const, version, opening: order }] : []),
    ];
  });
}

function rangeOf(passages: readonly Passage[]): Parameters<typeof readElement>[0] {
  return async (_access, _version, from, to) => passages.slice(from, to + 1).map((passage) => ({ passage }) as StoredPassage);
}

/** Elements that cannot be read to their ends with a proof, or that leave out a passage of their own. */
export async function notWhole(passages: readonly Passage[]): Promise<readonly ElementPlace[]> {
  const failed: ElementPlace[] = [];
  for (const place of elementsOf(passages)) {
    const reading = await readElement(rangeOf(passages), ACCESS, place, passages.length);
    const read = new Set(reading?.passages.map(({ passage }) => passage.order));
    const own = passages.filter(({ structure }) => structure[place.kind] === place.opening);
    if (reading?.whole !== true || own.some(({ order }) => !read.has(order))) failed.push(place);
  }
  return failed;
}

const ACCESS: Access = { tenant: TEST_TENANT, grants: [], hidden: [] };
