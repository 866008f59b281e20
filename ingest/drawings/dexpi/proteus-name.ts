import { childrenOf, type XmlElement } from '../xml/xml-element.ts';
import type { Thing, ThingKind } from './plant.ts';
import { statedAttributes } from './stated-attributes.ts';

/** Attributes that name a component, the surest first; its number counts within its line only and is no tag of the plant. */
const COMPONENT_NAMES = ['TagName', 'ItemTag', 'PositionNumber'];

/** What an element of a Proteus file names a thing: by its tag, of an instrument by category, functions and number. */
export function proteusName(element: XmlElement, kind: ThingKind): Pick<Thing, 'name' | 'lineNumber'> {
  const said = statedAttributes(element);
  const tag = said.get('TagName') ?? nonEmpty(element.attributes.TagName);
  switch (kind) {
    case 'nozzle':
      return {};
    case 'line':
    case 'segment': {
      const lineNumber = said.get('LineNumber');
      return { ...named(tag), ...(lineNumber === undefined ? {} : { lineNumber }) };
    }
    case 'component':
      return named(COMPONENT_NAMES.flatMap((name) => said.get(name) ?? [])[0] ?? tag ?? tagLike(said.get('PipingComponentNumber')));
    case 'instrument':
      return named(tag ?? instrumentName(said));
    case 'connector':
      return named(tag ?? said.get('PipeOffPageConnectorNumber') ?? linkOf(element));
    case 'equipment':
      return named(tag);
  }
}

function named(name: string | undefined): Pick<Thing, 'name'> {
  return name === undefined ? {} : { name };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

/** Numbers of components are tags where they are made as these are: letters and two digits at least. */
function tagLike(number: string | undefined): string | undefined {
  return number !== undefined && /^\p{L}{1,5}[\s-]?\d{2,}/u.test(number) ? number : undefined;
}

function instrumentName(said: ReadonlyMap<string, string>): string | undefined {
  const [category, number] = [said.get('ProcessInstrumentationFunctionCategory'), said.get('ProcessInstrumentationFunctionNumber')];
  if (category === undefined || number === undefined) return undefined;
  return `${category}${said.get('ProcessInstrumentationFunctions') ?? ''}-${number}`;
}

/** The number of the connector at the other end. */
function linkOf(element: XmlElement): string | undefined {
  for (const child of childrenOf(element)) {
    const number = nonEmpty(child.attributes.LinkLabel) ?? statedAttributes(child).get('ReferencedConnectorNumber');
    if (number !== undefined) return number;
  }
  return undefined;
}
