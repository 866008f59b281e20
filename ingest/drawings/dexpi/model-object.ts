import { childrenNamed, childrenOf, type XmlElement } from '../xml/xml-element.ts';

/** An object of a DEXPI 2.0 file with what is said of it; names come without the prefix of the model that defines them. */
export interface ModelObject {
  readonly id: string;
  /** `GateValve` of `Plant/Piping.GateValve`. */
  readonly className: string;
  /** `Piping` of it. */
  readonly part: string;
  readonly data: ReadonlyMap<string, string>;
  readonly element: XmlElement;
  /** Ids that a property refers to. */
  references(property: string): readonly string[];
  /** Objects that it is composed of, by property. */
  components(property?: string): readonly XmlElement[];
}

/** Reads an `Object`. `unnamed`: the id of one that the file gives none. */
export function modelObject(element: XmlElement, unnamed: string): ModelObject {
  const type = (element.attributes.type ?? '').replace(/^.*\//u, '');
  const data = new Map<string, string>();
  for (const one of childrenNamed(element, 'Data')) {
    const value = saidValue(one);
    const name = bare(one.attributes.property);
    if (value !== undefined && !data.has(name)) data.set(name, value);
  }
  const references = childrenNamed(element, 'References');
  return {
    id: element.attributes.id ?? unnamed,
    className: type.slice(type.lastIndexOf('.') + 1),
    part: type.includes('.') ? type.slice(0, type.lastIndexOf('.')) : '',
    data,
    element,
    references: (property) =>
      references
        .filter(({ attributes }) => bare(attributes.property) === property)
        .flatMap(({ attributes }) => (attributes.objects ?? '').split(/\s+/u))
        .flatMap((name) => (name.startsWith('#') ? [name.slice(1)] : [])),
    components: (property) =>
      childrenNamed(element, 'Components')
        .filter(({ attributes }) => property === undefined || bare(attributes.property) === property)
        .flatMap((one) => childrenNamed(one, 'Object')),
  };
}

function bare(name: string | undefined): string {
  return (name ?? '').replace(/^.*\//u, '');
}

/** What a value says as words or a number; of several languages the first, of an enumeration the name of its member. */
function saidValue(element: XmlElement): string | undefined {
  for (const child of childrenOf(element)) {
    if (child.name === 'DataReference') return bare(child.attributes.data).replace(/^.*\./u, '');
    const text = child.content
      .filter((one) => typeof one === 'string')
      .join('')
      .trim();
    const own = child.name === 'AggregatedDataValue' || child.name === 'Data' ? saidValue(child) : text;
    if (own !== undefined && own !== '') return own;
  }
  return undefined;
}

/** Numbers of a point that a property holds (`Position`, `Points`), `x` and `y` in turn. */
export function pointsOf(element: XmlElement, property: string): readonly number[] {
  const [data] = childrenNamed(element, 'Data').filter(({ attributes }) => bare(attributes.property) === property);
  if (data === undefined) return [];
  return childrenOf(data).flatMap((point) => {
    const { data: values } = modelObject(point, '');
    const [x, y] = [Number(values.get('X')), Number(values.get('Y'))];
    return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) + Math.abs(y) < 1e12 ? [x, y] : [];
  });
}
