/** An element of an XML file with all that it holds; names come without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and the texts between them; white space that only breaks and indents lines is left out. */
  readonly content: readonly (XmlElement | string)[];
}

/** The elements that an element holds, in their order. */
export function childrenOf({ content }: XmlElement): readonly XmlElement[] {
  return content.filter((one): one is XmlElement => typeof one !== 'string');
}

/** The elements of a name that an element holds. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).filter((one) => one.name === name);
}

/** An attribute as a number; what is none, or is missing, is `otherwise`. */
export function numberOf({ attributes }: XmlElement, name: string, otherwise = 0): number {
  const value = Number.parseFloat(attributes[name] ?? '');
  return Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : otherwise;
}
