import type { Passage, PassageKind, PassageStructure } from '../../../kernel/index.ts';
import type { ReadFigure } from '../../layout/glyph.ts';
import { tableOfItem } from './open-list.ts';
import type { PassageSink } from './passage-sink.ts';
import { leadInOf, sectionOf } from './structure-of.ts';

const KEPT: ReadonlySet<PassageKind> = new Set(['table-row', 'warning', 'caption', 'definition']);

/**
 * Gives out what a picture says where it stands: in the section that shows it, under the step that does, its tables introduced by what
 * introduces the picture.
 */
export function addFigure(sink: PassageSink, { box, passages, leftOut }: ReadFigure, page: number): void {
  for (const one of leftOut) sink.exclude(one, page);
  if (passages.length === 0) return;
  const { order: base, headings, caption, lead, list } = sink.state;
  const around = { ...sectionOf(headings), ...tableOfItem(list, box.x0, caption ?? lead) };
  for (const { kind, text, anchors, runs, cells, recognition, structure } of passages) {
    sink.add({
      ...{ kind: KEPT.has(kind) ? kind : 'paragraph', text, anchors },
      headings: headings.map((heading) => heading.text),
      structure: { ...around, ...tableWithin(structure, base, caption ?? lead) },
      ...(runs === undefined ? {} : { runs }),
      ...(cells === undefined ? {} : { cells }),
      ...(recognition === undefined ? {} : { recognition }),
    });
  }
  const tables = new Set(passages.flatMap(({ structure }) => structure.table ?? [])).size;
  sink.count((counts) => ({ tables: counts.tables + tables }));
  sink.patch({ caption: undefined, lead: undefined, fields: undefined });
}

/** The table of a row of a picture that has the orders from `base` on. */
function tableWithin(
  { table, leadIn, rowLabels }: Passage['structure'],
  base: number,
  around: Parameters<typeof leadInOf>[0],
): PassageStructure {
  if (table === undefined) return {};
  const own = leadIn?.order === undefined ? around : { order: leadIn.order + base, text: leadIn.text, x: 0 };
  const labels = rowLabels?.map((label) => (label.order === undefined ? label : { ...label, order: label.order + base }));
  return { table: table + base, ...leadInOf(own), ...(labels === undefined ? {} : { rowLabels: labels }) };
}
