import { childrenNamed, type XmlElement } from '../xml/xml-element.ts';

/** Endings of names that say how a value is given, not what it is of. */
const ENDING = /(?:Representation)?(?:AssignmentClass|Specialization)$/u;

/** What the generic attributes of an element say, by the names of DEXPI without their endings (`TagName`); of several the first. */
export function statedAttributes(element: XmlElement): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const set of childrenNamed(element, 'GenericAttributes'))
    for (const { attributes } of childrenNamed(set, 'GenericAttribute')) {
      const name = (attributes.Name ?? '').replace(ENDING, '');
      const value = (attributes.Value ?? '').trim();
      if (name !== '' && value !== '' && !said.has(name)) said.set(name, value);
    }
  return said;
}
