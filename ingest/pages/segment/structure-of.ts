import type { Passage, PassageStructure } from '../../../kernel/index.ts';
import type { BlockPart } from './block-parts.ts';
import type { OpenHeading } from './heading-rules.ts';
import type { LeadIn } from './open-list.ts';

/** The section that is open. */
export function sectionOf(open: readonly OpenHeading[]): PassageStructure {
  const section = open.at(-1)?.order;
  return section === undefined ? {} : { section };
}

/** The list that a table or text is part of, as structure. */
export function listOf({ list }: Pick<PassageStructure, 'list'>): Pick<PassageStructure, 'list'> {
  return list === undefined ? {} : { list };
}

export function leadInOf(leadIn: LeadIn | undefined): PassageStructure {
  return leadIn === undefined ? {} : { leadIn: { order: leadIn.order, text: leadIn.text } };
}

export function cellsOf({ cells }: Pick<BlockPart, 'cells'>): Pick<Passage, 'cells'> {
  return cells === undefined ? {} : { cells };
}

export function titleOf(title: number | undefined): Pick<PassageStructure, 'title'> {
  return title === undefined ? {} : { title };
}
