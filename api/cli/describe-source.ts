import { placeWords } from '../../app/index.ts';

interface Source {
  readonly title: string;
  readonly documentNumber?: string | undefined;
  readonly revision?: string | undefined;
}

/** A document for a person who reads a language, by its number where it has one: `OM-101 Rev. C`. */
export function describeSource({ title, documentNumber, revision }: Source, language: 'zh' | 'en'): string {
  return [documentNumber ?? title, ...(revision === undefined ? [] : [placeWords(language).revision(revision)])].join(' ');
}
