import { elementAt, type PartElement } from '../../archive/read-part-tree.ts';
import { readBullets } from './read-paragraphs.ts';
import { readShapes } from './read-shapes.ts';
import type { Bullet, Bullets, Placeholder, SlideParagraph, SlideShape, TextShape } from './slide-shape.ts';

/** A layout or master: what slides take over from it. */
export interface SlideLayout {
  readonly shapes: readonly SlideShape[];
  /** How a master marks the levels of what is neither title nor running text. */
  readonly body: Bullets;
}

/** The layout of a slide and the master of that, as far as they are there. */
export interface SlideParents {
  readonly layout?: SlideLayout;
  readonly master?: SlideLayout;
}

const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
/** Placeholders of what runs over all slides alike. */
const RUNNING: ReadonlySet<string> = new Set(['dt', 'ftr', 'hdr', 'sldNum', 'sldImg']);

export function isTitle({ placeholder }: Pick<TextShape, 'placeholder'>): boolean {
  return placeholder !== undefined && TITLES.has(placeholder.type);
}

export function isRunning({ placeholder }: Pick<TextShape, 'placeholder'>): boolean {
  return placeholder !== undefined && RUNNING.has(placeholder.type);
}

export function readLayout(part: PartElement): SlideLayout {
  return { shapes: readShapes(part), body: readBullets(elementAt(part, 'txStyles', 'bodyStyle')) };
}

/** A shape of a slide with the place that it takes over from its layout where it has none of its own. */
export function placedByParents<T extends SlideShape>(shape: T, parents: SlideParents): T {
  if ((shape.kind !== 'text' && shape.kind !== 'picture') || shape.frame !== undefined || shape.placeholder === undefined) return shape;
  const frame = ancestorsOf(shape.placeholder, parents).find((one) => one.frame !== undefined)?.frame;
  return frame === undefined ? shape : { ...shape, frame };
}

/** What a paragraph is marked with: by itself, by its shape, by the places of layout and master that this fills, by the master. */
export function bulletOf(shape: TextShape, { bullet, level }: SlideParagraph, parents: SlideParents): Bullet {
  if (bullet !== undefined) return bullet;
  const own = shape.bullets.get(level);
  if (own !== undefined) return own;
  const { placeholder } = shape;
  if (placeholder === undefined) return { kind: 'none' };
  const inherited = ancestorsOf(placeholder, parents)
    .find((one) => one.bullets.has(level))
    ?.bullets.get(level);
  if (inherited !== undefined) return inherited;
  return (isTitle(shape) || isRunning(shape) ? undefined : parents.master?.body.get(level)) ?? { kind: 'none' };
}

/** The places of layout and master that a placeholder fills, nearest first. */
function ancestorsOf(placeholder: Placeholder, { layout, master }: SlideParents): readonly TextShape[] {
  const inLayout = placesOf(layout).find(({ placeholder: other }) => other?.index === placeholder.index && fits(other, placeholder));
  const near = inLayout ?? placesOf(layout).find(({ placeholder: other }) => other !== undefined && isSame(other, placeholder));
  const far = placesOf(master).find(({ placeholder: other }) => other !== undefined && isSame(other, near?.placeholder ?? placeholder));
  return [near, far].filter((shape): shape is TextShape => shape !== undefined);
}

function placesOf(layout: SlideLayout | undefined): readonly TextShape[] {
  return (layout?.shapes ?? []).filter((shape): shape is TextShape => shape.kind === 'text' && shape.placeholder !== undefined);
}

/** The number of a place is its own; one of a title is a title all the same. */
function fits(one: Placeholder, other: Placeholder): boolean {
  return TITLES.has(one.type) === TITLES.has(other.type) && RUNNING.has(one.type) === RUNNING.has(other.type);
}

/** Titles are one kind, what runs over all slides one each, all else is of the body. */
function isSame(one: Placeholder, other: Placeholder): boolean {
  return RUNNING.has(one.type) ? one.type === other.type : fits(one, other);
}
