import { type Access, compareText, type PassageKind, type StoredPassage } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';

/** The passages under one heading of one version, in reading order. */
export interface SourceSection {
  readonly id: string;
  readonly headings: readonly string[];
  readonly passages: readonly StoredPassage[];
}

const REACH = 60;
const SECTIONS = 12;
const BODY: readonly PassageKind[] = ['paragraph', 'step', 'warning', 'table-row', 'definition'];

/** The sections that recalled passages stand in or head, whole, each once, in order of the first hit. */
export async function gatherSections(evidence: Evidence, access: Access, hits: readonly StoredPassage[]): Promise<SourceSection[]> {
  const sections = new Map<string, SourceSection>();
  for (const stored of hits) {
    const headings = sectionOf(stored);
    const id = `${stored.passage.versionId} ${headings.join(' / ')}`;
    if (headings.length === 0 || sections.has(id) || sections.size >= SECTIONS) continue;
    const { versionId, order } = stored.passage;
    const near = await evidence.passages.range(access, versionId, order - REACH, order + REACH, BODY);
    const passages = near.filter((other) => isUnder(sectionHeadings(other), headings));
    sections.set(id, {
      id,
      headings,
      passages: passages.sort((a, b) => a.passage.order - b.passage.order || compareText(a.passage.id, b.passage.id)),
    });
  }
  return [...sections.values()];
}

/** A heading stands for the section it opens. */
function sectionOf(stored: StoredPassage): readonly string[] {
  const { passage } = stored;
  if (passage.kind !== 'heading') return sectionHeadings(stored);
  return passage.headings.at(-1) === passage.text ? passage.headings : [...passage.headings, passage.text];
}

/** Titles of the sections; the caption that closes a table row's path is none. */
function sectionHeadings({ passage }: StoredPassage): readonly string[] {
  return passage.headings;
}

function isUnder(path: readonly string[], headings: readonly string[]): boolean {
  return path.length >= headings.length && headings.every((heading, index) => path[index] === heading);
}
