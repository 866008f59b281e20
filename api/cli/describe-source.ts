interface Source {
  readonly title: string;
  readonly documentNumber?: string | undefined;
  readonly revision?: string | undefined;
}

/** A document for a person, by its number where it has one: `OM-101 Rev. C`. */
export function describeSource({ title, documentNumber, revision }: Source): string {
  return [documentNumber ?? title, ...(revision === undefined ? [] : [`Rev. ${revision}`])].join(' ');
}
