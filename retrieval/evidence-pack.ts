import type { Access, PassageReader, StoredPassage } from '../kernel/index.ts';

/** Why a passage stands in a pack. `hit` is what was found; the others are what a reader needs to understand or use it safely. */
export type EvidenceRole = 'hit' | 'step' | 'warning' | 'caption' | 'row' | 'neighbour';

export interface EvidenceItem {
  readonly stored: StoredPassage;
  readonly role: EvidenceRole;
}

/** One found passage with what belongs to it, in reading order, each passage once. */
export interface EvidenceGroup {
  readonly hit: StoredPassage;
  readonly items: readonly EvidenceItem[];
  /** True when a procedure or table runs on beyond what was read: it must not be shown as whole. */
  readonly truncated: boolean;
}

export interface EvidencePackOptions {
  /** Give the other rows of a found row's table. */
  readonly siblingRows?: boolean;
  /** Passages of the same section on each side of a found text; 1 when absent. */
  readonly neighbours?: number;
}

/** Passages read on each side of a hit; the longest procedures and tables of manuals are shorter. */
const REACH = 120;
const FIRST_MARKERS = new Set(['1', '①', '一']);

/**
 * Completes found passages: a step brings its whole procedure and all warnings of its section up to its end, a table row its
 * caption and, when asked, the other rows, any other text its neighbours in the section. One read a hit, same order as the hits.
 */
export async function evidencePack(
  passages: PassageReader,
  access: Access,
  hits: readonly { readonly stored: StoredPassage }[],
  options: EvidencePackOptions,
  signal: AbortSignal,
): Promise<readonly EvidenceGroup[]> {
  const groups: EvidenceGroup[] = [];
  for (const { stored } of hits) {
    signal.throwIfAborted();
    const { versionId, order } = stored.passage;
    const near = await passages.range(access, versionId, Math.max(0, order - REACH), order + REACH);
    groups.push(completeHit(stored, near, options));
  }
  return groups;
}

/** `near` holds the passages around the hit in reading order, the hit among them. */
function completeHit(hit: StoredPassage, near: readonly StoredPassage[], options: EvidencePackOptions): EvidenceGroup {
  const at = near.findIndex(({ passage }) => passage.id === hit.passage.id);
  if (at < 0) return { hit, items: [{ stored: hit, role: 'hit' }], truncated: false };
  switch (hit.passage.kind) {
    case 'step':
      return procedureOf(hit, near, at);
    case 'table-row':
      return tableOf(hit, near, at, options.siblingRows === true);
    default:
      return surroundings(hit, near, at, options.neighbours ?? 1);
  }
}

function procedureOf(hit: StoredPassage, near: readonly StoredPassage[], at: number): EvidenceGroup {
  const [first, last] = stretch(near, at, (one) => isSameSection(one, hit) && one.passage.kind !== 'heading');
  const section = near.slice(first, last + 1);
  const starts = section.flatMap((one, index) => (isFirstStep(one) ? [index] : []));
  const hitAt = at - first;
  const start = starts.filter((index) => index <= hitAt).at(-1) ?? 0;
  const end = (starts.find((index) => index > hitAt) ?? section.length) - 1;
  const items: EvidenceItem[] = leadingWarnings(near, first).map((stored) => ({ stored, role: 'warning' }));
  for (const [index, stored] of section.entries()) {
    const { kind } = stored.passage;
    if (index > end) break;
    if (stored.passage.id === hit.passage.id) items.push({ stored, role: 'hit' });
    else if (kind === 'warning') items.push({ stored, role: 'warning' });
    else if (index >= start) items.push({ stored, role: kind === 'step' ? 'step' : 'neighbour' });
  }
  return { hit, items, truncated: isCut(near, at, first, last) };
}

/** Warnings that stand directly before a section, between its heading and that of the section around it. */
function leadingWarnings(near: readonly StoredPassage[], first: number): StoredPassage[] {
  const before: StoredPassage[] = [];
  for (let index = first - 1; index >= 0; index--) {
    const one = near[index];
    if (one?.passage.kind === 'heading' && before.length === 0) continue;
    if (one?.passage.kind !== 'warning') break;
    before.unshift(one);
  }
  return before;
}

function tableOf(hit: StoredPassage, near: readonly StoredPassage[], at: number, withRows: boolean): EvidenceGroup {
  const [first, last] = stretch(near, at, (one) => one.passage.kind === 'table-row' && isSameSection(one, hit));
  const items: EvidenceItem[] = [];
  for (const caption of [near[first - 1], near[last + 1]]) {
    if (caption?.passage.kind === 'caption' || caption?.passage.kind === 'table') items.push({ stored: caption, role: 'caption' });
  }
  for (const stored of near.slice(first, last + 1)) {
    if (stored.passage.id === hit.passage.id) items.push({ stored, role: 'hit' });
    else if (withRows) items.push({ stored, role: 'row' });
  }
  items.sort((left, right) => left.stored.passage.order - right.stored.passage.order);
  return { hit, items, truncated: withRows && isCut(near, at, first, last) };
}

function surroundings(hit: StoredPassage, near: readonly StoredPassage[], at: number, neighbours: number): EvidenceGroup {
  const items = near.slice(Math.max(0, at - neighbours), at + neighbours + 1).flatMap((stored): EvidenceItem[] => {
    if (stored.passage.id === hit.passage.id) return [{ stored, role: 'hit' }];
    if (!isSameSection(stored, hit)) return [];
    return [{ stored, role: stored.passage.kind === 'warning' ? 'warning' : 'neighbour' }];
  });
  return { hit, items, truncated: false };
}

/** First and last place of the unbroken stretch around `at` that belongs together. */
function stretch(near: readonly StoredPassage[], at: number, belongs: (one: StoredPassage) => boolean): [number, number] {
  let first = at;
  let last = at;
  for (let one = near[first - 1]; one !== undefined && belongs(one); one = near[first - 1]) first -= 1;
  for (let one = near[last + 1]; one !== undefined && belongs(one); one = near[last + 1]) last += 1;
  return [first, last];
}

/** Whether a stretch reaches an end of what was read while the version may go on there. */
function isCut(near: readonly StoredPassage[], at: number, first: number, last: number): boolean {
  return (first === 0 && at >= REACH) || (last === near.length - 1 && last - at >= REACH);
}

function isSameSection(left: StoredPassage, right: StoredPassage): boolean {
  const { headings } = left.passage;
  return headings.length === right.passage.headings.length && headings.every((heading, index) => heading === right.passage.headings[index]);
}

/** A step numbered one begins a procedure; letters mark steps within a step. */
function isFirstStep({ passage }: StoredPassage): boolean {
  return passage.kind === 'step' && FIRST_MARKERS.has((passage.marker ?? '').replace(/[.)、．）]$/, ''));
}
