import type { Package } from './open-package.ts';

/** Far more than a label with its signature takes, in UTF-16 units. */
const LONGEST = 20_000;

/** Value of a property that the makers of an Office file gave it beyond the usual ones, by its name; undefined where there is none. */
export async function readCustomProperty(source: Package, property: string): Promise<string | undefined> {
  let value: string | undefined;
  let isInside = false;
  await source.readPart('docProps/custom.xml', {
    open: (name, attributes) => {
      if (name === 'property') isInside = attributes.name === property;
    },
    text: (text) => {
      if (isInside && (value ?? '').length < LONGEST) value = `${value ?? ''}${text}`;
    },
    close: (name) => {
      if (name === 'property') isInside = false;
    },
  });
  return value?.slice(0, LONGEST);
}
