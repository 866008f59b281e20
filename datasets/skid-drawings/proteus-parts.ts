import { element } from '../drawn-sheets/xml-text.ts';

/** What is said of a thing, by the names of DEXPI without their endings. */
export function attributes(said: Readonly<Record<string, string>>): string {
  const own = Object.entries(said).map(([name, value]) =>
    element('GenericAttribute', { Name: `${name}AssignmentClass`, Format: 'string', Value: value }),
  );
  return element('GenericAttributes', { Set: 'DexpiAttributes', Number: own.length }, ...own);
}

/** What is said of a thing by a name that is none of DEXPI but of the NOAKA profile. */
export function customAttribute(name: string, value: string): string {
  const uri = `http://noaka.org/rdl/${name}AssignmentClass`;
  const own = element('GenericAttribute', { Name: `${name}AssignmentClass`, AttributeURI: uri, Format: 'string', Value: value });
  return element('GenericAttributes', { Set: 'CustomAttributes', Number: 1 }, own);
}

/** That a thing belongs to another one. */
export function association(type: string, id: string): string {
  return element('Association', { Type: type, ItemID: id });
}

/** The places of a thing that pipes may end at. */
export function nodes(id: string, count: number, flow: Readonly<Record<string, number>>): string {
  const places = Array.from({ length: count }, (_, at) => element('Node', { Type: 'process', ID: `${id}-node-${at + 1}` }));
  return element('ConnectionPoints', { NumPoints: count + 1, ...flow }, element('Node', { ID: `${id}-default` }), ...places);
}
