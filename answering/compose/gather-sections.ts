import { type Access, compareText, type ElementPlace, type PassageKind, type StoredPassage, titlesAbove } from '../../kernel/index.ts';
import type { Evidence } from '../dependencies.ts';

/** What stands under one heading, or a list that no heading stands above, in reading order. */
export interface SourceSection {
  readonly place: ElementPlace;
  /** Titles of the sections around it, outermost first, and its own. */
  readonly headings: readonly string[];
  /** Its text and rows, those of the sections below it included; without headings and captions. */
  readonly passages: readonly StoredPassage[];
  /** Whether `passages` are all of it, as `ElementReading.whole` proves. */
  readonly whole: boolean;
}

type Reads = Pick<Evidence, 'passages'>;

const SECTIONS = 12;
/** Passages of a section that are read to see what it is about. */
const GLANCE = 400;
/** Passages of a section that is quoted. A longer one is a chapter or a book and no answer. */
const MOST = 5_000;
const BODY: ReadonlySet<PassageKind> = new Set(['paragraph', 'step', 'warning', 'table-row', 'definition']);

/** The sections that recalled passages stand in or open, each once, in order of the first hit; long ones not to their ends. */
export async function gatherSections(evidence: Reads, access: Access, hits: readonly StoredPassage[]): Promise<SourceSection[]> {
  const sections = new Map<string, SourceSection>();
  const seen = new Set<string>();
  for (const stored of hits) {
    const place = placeOf(stored);
    if (place === undefined || seen.has(nameOf(place)) || sections.size >= SECTIONS) continue;
    seen.add(nameOf(place));
    const section = await readSection(evidence, access, place, GLANCE);
    if (section !== undefined) sections.set(nameOf(place), section);
  }
  return [...sections.values()];
}

/** The section to its ends, or as much of it as is ever read, with `whole` false. */
export async function readWhole(evidence: Reads, access: Access, section: SourceSection): Promise<SourceSection> {
  return section.whole ? section : ((await readSection(evidence, access, section.place, MOST)) ?? section);
}

/** The innermost section of a passage; a heading stands for the one that it opens. */
function placeOf({ passage }: StoredPassage): ElementPlace | undefined {
  const { versionId: version, structure } = passage;
  const section = passage.kind === 'heading' ? passage.order : structure.section;
  if (section !== undefined) return { kind: 'section', version, opening: section };
  return structure.list === undefined ? undefined : { kind: 'list', version, opening: structure.list };
}

/** Orders places by version, then as they open. */
export function comparePlaces(a: ElementPlace, b: ElementPlace): number {
  return compareText(a.version, b.version) || a.opening - b.opening || compareText(a.kind, b.kind);
}

function nameOf({ kind, version, opening }: ElementPlace): string {
  return `${version} ${kind} ${opening}`;
}

async function readSection(evidence: Reads, access: Access, place: ElementPlace, most: number): Promise<SourceSection | undefined> {
  const read = await evidence.passages.element(access, place, most);
  const first = read?.passages[0]?.passage;
  if (read === undefined || first === undefined) return undefined;
  const above = [...titlesAbove(first)].reverse();
  return {
    place,
    headings: place.kind === 'section' && above.at(-1) !== first.text ? [...above, first.text] : above,
    passages: read.passages.filter(({ passage }) => BODY.has(passage.kind)),
    whole: read.whole,
  };
}
