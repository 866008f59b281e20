import { composed, IDENTITY, moved, scaled, type Transform, turned } from '../model/transform.ts';

const CALL = /([a-zA-Z]+)\s*\(([^)]*)\)/gu;

/** The map that a `transform` attribute says; what is none of its functions is left out. */
export function svgTransform(text: string | undefined): Transform {
  let whole = IDENTITY;
  for (const [, name = '', list = ''] of (text ?? '').matchAll(CALL)) whole = composed(whole, calledWith(name, numbersOf(list)));
  return whole;
}

/** The numbers of a list that blanks or commas part, or nothing but signs. */
export function numbersOf(list: string): readonly number[] {
  return (list.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giu) ?? []).map(Number).filter((value) => Math.abs(value) <= 1e12);
}

function calledWith(name: string, values: readonly number[]): Transform {
  const [first = 0, second, third] = values;
  switch (name) {
    case 'matrix': {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values;
      return { a, b, c, d, e, f };
    }
    case 'translate':
      return moved(first, second ?? 0);
    case 'scale':
      return values.length === 0 ? IDENTITY : scaled(first, second ?? first);
    case 'rotate':
      return second === undefined
        ? turned(first)
        : composed(composed(moved(second, third ?? 0), turned(first)), moved(-second, -(third ?? 0)));
    case 'skewX':
      return { ...IDENTITY, c: Math.tan((first * Math.PI) / 180) };
    case 'skewY':
      return { ...IDENTITY, b: Math.tan((first * Math.PI) / 180) };
    default:
      return IDENTITY;
  }
}
