import type { ExcludedRun, ExclusionReason, Passage, PassageKind, PassageStructure, VersionId } from '../../../kernel/index.ts';
import { anchorsText, languageOf, makePassageId } from '../../../kernel/index.ts';
import { enclose, type LeftOut } from '../../layout/glyph.ts';
import { type Row, rowText } from '../../layout/rows.ts';
import type { OpenHeading } from './heading-rules.ts';
import type { PageCounts, PageState } from './page-state.ts';
import { runAnchors } from './placed-anchors.ts';
import { plainRun, recognitionOf } from './recognition-of.ts';
import type { PlacedText } from './text-builder.ts';

/** Keeps the state between pages, and what has been read since it was last taken. */
export class PassageSink {
  private readonly versionId: VersionId;
  private passages: Passage[] = [];
  private excluded: ExcludedRun[] = [];
  private current: PageState;

  constructor(versionId: VersionId, state: PageState) {
    this.versionId = versionId;
    this.current = state;
  }

  get state(): PageState {
    return this.current;
  }

  /** Passages and excluded runs since the last call, and the state to go on from. */
  take(): { readonly passages: readonly Passage[]; readonly excluded: readonly ExcludedRun[]; readonly state: PageState } {
    const taken = { passages: this.passages, excluded: this.excluded, state: this.current };
    this.passages = [];
    this.excluded = [];
    return taken;
  }

  emit(
    kind: PassageKind,
    { text, runs }: PlacedText,
    structure: PassageStructure,
    extra: Pick<Passage, 'cells' | 'marker'>,
    open: readonly OpenHeading[] = this.current.headings,
  ): void {
    if (runs.length === 0) return;
    const recognition = recognitionOf({ text, runs }, this.current.counts.recognised?.engine ?? '');
    this.add({
      kind,
      text,
      headings: open.map((heading) => heading.text),
      anchors: runAnchors(runs),
      runs: runs.map(plainRun),
      structure,
      ...(recognition === undefined ? {} : { recognition }),
      ...extra,
    });
  }

  /** Gives the passage its number, its id and its language. */
  add(passage: Omit<Passage, 'id' | 'versionId' | 'language' | 'order' | 'scope'>): void {
    const { kind, text, anchors } = passage;
    const { order } = this.current;
    const id = makePassageId(this.versionId, kind, anchorsText(anchors), text);
    this.passages.push({ ...passage, id, versionId: this.versionId, language: languageOf(text), order, scope: [] });
    this.patch({ order: order + 1 });
    this.count(({ characters, passages }) => ({ characters: characters + solidLength(text), passages: passages + 1 }));
  }

  exclude({ text, boxes, reason }: LeftOut, page: number): void {
    this.excluded.push({ text, anchor: { kind: 'page', page, boxes: boxes.map(roundBox) }, reason });
    const before: Partial<Record<ExclusionReason, number>> = this.current.counts.excluded;
    this.count(() => ({ excluded: { ...before, [reason]: (before[reason] ?? 0) + solidLength(text) } }));
  }

  excludeRow(row: Row, reason: ExclusionReason, page: number): void {
    this.exclude({ text: rowText(row), boxes: [enclose(row.pieces) ?? row], reason }, page);
  }

  count(change: (counts: PageCounts) => Partial<PageCounts>): void {
    this.current = { ...this.current, counts: { ...this.current.counts, ...change(this.current.counts) } };
  }

  /** Sets parts of the state; undefined takes one away, so that the state stays plain JSON. */
  patch(change: { readonly [Part in keyof PageState]?: PageState[Part] | undefined }): void {
    const next: Record<string, unknown> = { ...this.current, ...change };
    for (const [part, value] of Object.entries(change)) if (value === undefined) delete next[part];
    this.current = next as unknown as PageState;
  }
}

/** Characters other than white space. */
function solidLength(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function roundBox(box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }) {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x0: round(box.x0), y0: round(box.y0), x1: round(box.x1), y1: round(box.y1) };
}
