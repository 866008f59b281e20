import { type Access, type ElementPlace, type Passage, readElement, type StoredPassage } from '../../kernel/index.ts';
import { TEST_TENANT } from './read-whole.ts';

/** What is wrong with the places that the structure of a passage names. */
export function misplaced(passage: Passage, passages: readonly Passage[]): readonly string[] {
  const { order, kind, structure } = passage;
  const { section, list, table, level, leadIn, rowLabels = [] } = structure;
  const at = (place: number | undefined): Passage | undefined => (place === undefined ? undefined : passages[place]);
  const heading = passages.slice(0, order).findLast((other) => other.kind === 'heading');
  const wrong: (readonly [boolean, string])[] = [
    [section !== undefined && (section >= order || at(section)?.kind !== 'heading'), 'section'],
    [section === undefined && kind !== 'heading' && heading !== undefined, 'no section'],
    [kind !== 'heading' && section !== heading?.order, 'another section than that of the heading before'],
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

/** The sections, lists and tables that passages open. */
export function elementsOf(passages: readonly Passage[]): readonly ElementPlace[] {
  return passages.flatMap(({ kind, order, structure, versionId: version }): ElementPlace[] => [
    ...(kind === 'heading' ? [{ kind: 'section' as const, version, opening: order }] : []),
    ...(structure.list === order ? [{ kind: 'list' as const, version, opening: order }] : []),
    ...(structure.table === order ? [{ kind: 'table' as const, version, opening: order }] : []),
  ]);
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
