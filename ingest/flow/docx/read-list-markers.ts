import { stepMarker } from '../../../ontology/index.ts';
import type { Package } from '../../archive/open-package.ts';
import { numberText } from '../blocks/number-text.ts';

/** A paragraph of an ordered list and the number that Word prints before it. */
export interface ListMarker {
  readonly text: string;
  readonly marker: string;
}

/** List paragraphs that may be missing in the HTML before one that is there. */
const LOOK_AHEAD = 100;

interface Level {
  start: number;
  format: string;
  /** The printed form, `%1.` or `第%1步`. */
  pattern: string;
}

interface Numbering {
  /** Levels of each abstract list. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** Abstract list of each list in use, and the levels that it starts anew. */
  readonly uses: ReadonlyMap<string, { readonly list: string; readonly restarts: ReadonlyMap<number, number> }>;
}

/**
 * Numbers of all list paragraphs in the order of the document. mammoth leaves out which list a paragraph belongs to, so a list
 * that goes on after a note would begin again at 1 in its HTML. Numbers that come from a paragraph style are not known here.
 */
export async function readListMarkers(source: Package): Promise<readonly ListMarker[]> {
  const numbering = await readNumbering(source);
  const counter = createCounter(numbering);
  const markers: ListMarker[] = [];
  let text = '';
  let inText = false;
  let use: string | undefined;
  let level = 0;
  /** Inside the properties that a tracked change replaced. */
  let former = false;
  await source.readPart('word/document.xml', {
    open: (name, attributes) => {
      if (name === 'pPrChange') former = true;
      if (former) return;
      if (name === 'p') {
        text = '';
        use = undefined;
        level = 0;
      } else if (name === 't') inText = true;
      else if (name === 'numId') use = attributes['w:val'];
      else if (name === 'ilvl') level = Number(attributes['w:val'] ?? 0);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 'pPrChange') former = false;
      if (name === 't') inText = false;
      if (name !== 'p' || use === undefined) return;
      const marker = counter(use, level);
      if (marker !== undefined) markers.push({ text: bare(text), marker });
      use = undefined;
    },
  });
  return markers;
}

/** Gives the marker of the next list paragraph with these words; `fallback` where there is none. */
export function createMarkerLookup(markers: readonly ListMarker[]): (text: string, fallback: string) => string {
  let next = 0;
  return (text, fallback) => {
    const wanted = bare(text);
    const found = markers.slice(next, next + LOOK_AHEAD).findIndex((entry) => entry.text === wanted);
    const entry = found < 0 ? undefined : markers[next + found];
    if (entry === undefined) return fallback;
    next += found + 1;
    return entry.marker;
  };
}

/** Words without white space, which HTML and the package write differently. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** Lists in use share the counts of their abstract list, except where one of them starts anew. */
function createCounter(numbering: Numbering): (use: string, level: number) => string | undefined {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (use, level) => {
    const used = numbering.uses.get(use);
    const levels = used === undefined ? undefined : numbering.lists.get(used.list);
    const own = levels?.get(level);
    if (used === undefined || levels === undefined || own === undefined) return undefined;
    const numbers = counts.get(used.list) ?? [];
    counts.set(used.list, numbers);
    const restart = used.restarts.get(level);
    if (restart !== undefined && !begun.has(`${use}/${level}`)) numbers[level] = restart - 1;
    begun.add(`${use}/${level}`);
    numbers[level] = (numbers[level] ?? own.start - 1) + 1;
    numbers.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return undefined;
    const printed = own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const part = levels.get(place);
      return numberText(numbers[place] ?? part?.start ?? 1, part?.format ?? 'decimal');
    });
    return stepMarker(`${printed} …`)?.marker ?? printed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  };
}

async function readNumbering(source: Package): Promise<Numbering> {
  const lists = new Map<string, Map<number, Level>>();
  const uses = new Map<string, { list: string; restarts: Map<number, number> }>();
  let list = new Map<number, Level>();
  let level: Level = { start: 1, format: 'decimal', pattern: '' };
  let use: { list: string; restarts: Map<number, number> } | undefined;
  let overridden = 0;
  await source.readPart('word/numbering.xml', {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') {
        list = new Map();
        lists.set(attributes['w:abstractNumId'] ?? '', list);
      } else if (name === 'lvl' && use === undefined) {
        level = { start: 1, format: 'decimal', pattern: '' };
        list.set(Number(attributes['w:ilvl'] ?? 0), level);
      } else if (name === 'start' && use === undefined) level.start = Number(value);
      else if (name === 'numFmt' && use === undefined) level.format = value;
      else if (name === 'lvlText' && use === undefined) level.pattern = value;
      else if (name === 'num') {
        use = { list: '', restarts: new Map() };
        uses.set(attributes['w:numId'] ?? '', use);
      } else if (name === 'abstractNumId' && use !== undefined) use.list = value;
      else if (name === 'lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0);
      else if (name === 'startOverride') use?.restarts.set(overridden, Number(value));
    },
    close: (name) => {
      if (name === 'num') use = undefined;
    },
  });
  return { lists, uses };
}
