import type { XmlElement } from '../xml/xml-element.ts';

/** Properties of style that say where and whether something is drawn. */
const PROPERTIES = [
  'display',
  'visibility',
  'font-size',
  'text-anchor',
  'dominant-baseline',
  'stroke-width',
  'marker-start',
  'marker-end',
] as const;
type Property = (typeof PROPERTIES)[number];
export type SvgStyle = Readonly<Partial<Record<Property, string>>>;

/** Rules of style sheets by what they select: one class, one id or one name of elements, as drawing programs write them. */
export type StyleRules = ReadonlyMap<string, SvgStyle>;

const RULE = /([^{}]+)\{([^{}]*)\}/gu;
/** Rules that are looked at; more are no sheet of styles of a drawing. */
const MOST_RULES = 5_000;

/** The rules of style sheets. Selectors of several parts are not followed. */
export function styleRules(sheets: readonly string[]): StyleRules {
  const rules = new Map<string, SvgStyle>();
  let left = MOST_RULES;
  for (const sheet of sheets)
    for (const [, selectors = '', body = ''] of sheet.replace(/\/\*[^*]*\*\//gu, '').matchAll(RULE)) {
      if (left-- <= 0) return rules;
      for (const selector of selectors.split(',').map((one) => one.trim()))
        if (/^[.#]?[\w-]+$/u.test(selector)) rules.set(selector, { ...rules.get(selector), ...declared(body) });
    }
  return rules;
}

/** What holds for an element: what it inherits, then its attributes, the rules that select it, and its own style. */
export function styleOf({ name, attributes }: XmlElement, rules: StyleRules, above: SvgStyle): SvgStyle {
  const classes = (attributes.class ?? '').split(/\s+/u).filter((one) => one !== '');
  const own = Object.fromEntries(
    PROPERTIES.flatMap((property) => (attributes[property] === undefined ? [] : [[property, attributes[property]]])),
  );
  const { 'marker-start': _start, 'marker-end': _end, ...inherited } = above;
  return {
    ...inherited,
    ...own,
    ...rules.get(name),
    ...Object.assign({}, ...classes.map((one) => rules.get(`.${one}`) ?? {})),
    ...(attributes.id === undefined ? {} : rules.get(`#${attributes.id}`)),
    ...declared(attributes.style ?? ''),
  };
}

function declared(body: string): SvgStyle {
  const style: Partial<Record<Property, string>> = {};
  for (const declaration of body.split(';')) {
    const [name = '', value = ''] = declaration.split(/:(.*)/su);
    const property = PROPERTIES.find((one) => one === name.trim().toLowerCase());
    if (property !== undefined) style[property] = value.replace('!important', '').trim();
  }
  return style;
}

/** User units of a unit of length. */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

/** A length in user units; undefined where it is none. `em`: what it is relative to. */
export function lengthOf(text: string | undefined, em = 16): number | undefined {
  const [, number, unit = ''] = /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s*([a-z%]*)/iu.exec(text ?? '') ?? [];
  const value = Number(number);
  if (number === undefined || !Number.isFinite(value) || Math.abs(value) > 1e12) return undefined;
  const factor = unit === 'em' ? em : unit === '%' ? em / 100 : UNITS[unit.toLowerCase()];
  return factor === undefined ? undefined : value * factor;
}
