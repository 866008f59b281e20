import type { Random } from '../../datasets/index.ts';

type MutateXml = (xml: string, random: Random) => string;

const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`).join('')}]>`;
const EXTERNAL = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>';
const HUGE = ['2147483648', '-1', '999999999999', '', 'x', '1e9', '0'];

/** Mutations of an XML part that leave it close to well formed. */
export const XML_MUTATIONS: Readonly<Record<string, MutateXml>> = {
  'billion laughs': (xml, random) => intoText(withDoctype(xml, LAUGHS), random, '&a20;'),
  'entity of a file': (xml, random) => intoText(withDoctype(xml, EXTERNAL), random, '&f;'),
  'element nested deep': (xml, random) => {
    const element = /<([\w:]+)[^<>]*>/.exec(random.pick([xml.slice(200), xml]))?.[1] ?? 'x';
    const deep = random.pick([50, 101, 600, 20_000]);
    return intoText(xml, random, `${`<${element}>`.repeat(deep)}deep${`</${element}>`.repeat(deep)}`);
  },
  'attributes made huge': (xml, random) => xml.replace(/="(\d+)"/g, (whole) => (random.chance(0.15) ? `="${random.pick(HUGE)}"` : whole)),
  'element repeated': (xml, random) => {
    const elements = [...xml.matchAll(/<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\1>/g)];
    if (elements.length === 0) return xml;
    const chosen = random.pick(elements);
    return xml.slice(0, chosen.index) + chosen[0].repeat(random.integer(2, 2_000)) + xml.slice(chosen.index);
  },
  'tag dropped': (xml, random) => {
    const tags = [...xml.matchAll(/<\/?[\w:]+[^<>]*>/g)];
    if (tags.length === 0) return xml;
    const chosen = random.pick(tags);
    return xml.slice(0, chosen.index) + xml.slice(chosen.index + chosen[0].length);
  },
  'names swapped': (xml, random) => {
    const names = [...new Set([...xml.matchAll(/<([\w:]+)/g)].map((match) => match[1] ?? ''))];
    if (names.length < 2) return xml;
    const [from = '', to = ''] = random.sample(names, 2);
    return xml.replaceAll(`<${from}`, `<${to}`).replaceAll(`</${from}`, `</${to}`);
  },
  'many attributes': (xml, random) =>
    xml.replace(/<([\w:]+)/, (whole) => `${whole}${Array.from({ length: random.integer(10, 3_000) }, (_, n) => ` a${n}="x"`).join('')}`),
  'text without end': (xml, random) =>
    intoText(xml, random, random.pick(['9', '泵', 'P-101 ', '&amp;', ' ']).repeat(random.integer(1_000, 60_000))),
};

function withDoctype(xml: string, doctype: string): string {
  const declaration = /^\s*<\?xml[^>]*\?>/.exec(xml)?.[0] ?? '';
  return declaration + doctype + xml.slice(declaration.length);
}

/** Puts a piece where text stands, behind the `>` of some tag. */
function intoText(xml: string, random: Random, piece: string): string {
  const from = random.integer(0, xml.length - 1);
  const at = xml.indexOf('>', from);
  return at < 0 || at === xml.length - 1 ? xml : xml.slice(0, at + 1) + piece + xml.slice(at + 1);
}
