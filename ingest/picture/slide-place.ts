import type { Passage } from '../../kernel/index.ts';

export interface SlidePlace {
  /** Equal for what stands on one slide, and for what stands in its notes. */
  readonly slide: string;
  /** Pieces of the path, each with its number: the slide, and the notes where it stands in them. */
  readonly parts: readonly (readonly [kind: string, number: string])[];
}

/** The slide or the page of notes that a passage stands on; undefined of what stands on none. */
export function slidePlace({ anchors: [anchor] }: Pick<Passage, 'anchors'>): SlidePlace | undefined {
  const [, kind, number, notes] =
    (anchor?.kind === 'block' ? /^(slide|hidden-slide)\/(\d+)\/(?:notes\/(\d+)\/)?/.exec(anchor.path) : null) ?? [];
  if (kind === undefined || number === undefined) return undefined;
  return {
    slide: `${number}${notes === undefined ? '' : '/notes'}`,
    parts: [[kind, number], ...(notes === undefined ? [] : [['notes', notes] as const])],
  };
}
