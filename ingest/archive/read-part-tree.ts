import { FaultlineError } from '../../kernel/index.ts';
import type { Package } from './open-package.ts';

/** An element of a part of an Office package; names come without their prefix, attributes with it. */
export interface PartElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PartElement[];
  /** The characters that stand directly in it. */
  readonly text: string;
}

/** What holds no text of its document, by any content of Office packages. */
const LEFT_OUT: ReadonlySet<string> = new Set(['extLst', 'timing', 'transition']);

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: OpenElement[];
  text: string;
}

/**
 * The elements of a part, without extensions and animations; undefined for a part that is not there.
 * @throws FaultlineError `parse-failed` for XML that is not well formed, `limit-exceeded` for more than `maxElements` elements.
 */
export async function readPartTree(source: Package, part: string, maxElements: number): Promise<PartElement | undefined> {
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let count = 0;
  let leftOut = 0;
  await source.readPart(part, {
    open: (name, attributes) => {
      if (leftOut > 0 || LEFT_OUT.has(name)) {
        leftOut += 1;
        return;
      }
      count += 1;
      if (count > maxElements) throw new FaultlineError('limit-exceeded', `The file has more than ${maxElements} XML elements.`);
      const element: OpenElement = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    text: (text) => {
      const element = open.at(-1);
      if (leftOut === 0 && element !== undefined) element.text += text;
    },
    close: () => {
      if (leftOut > 0) leftOut -= 1;
      else open.pop();
    },
  });
  return root;
}

/** The first element that is reached by these names, one below the other. */
export function elementAt(element: PartElement | undefined, ...names: readonly string[]): PartElement | undefined {
  return names.reduce<PartElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}

/** An attribute as a number; what is none, is missing or is past all measure is `otherwise`. */
export function numberAt(element: PartElement | undefined, attribute: string, otherwise: number): number {
  const written = element?.attributes[attribute];
  const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : otherwise;
}
