import type { Bilingual, PlantLanguage } from '../bilingual.ts';

/** A piece of text that gold questions may point at: `key` names it in both manuals. */
export interface KeyedText {
  readonly text: Bilingual;
  readonly key?: string;
}

export type WarningLevel = 'danger' | 'warning' | 'caution' | 'notice';

interface TableColumn {
  readonly title: Bilingual;
  /** Share of the table's width; shares of a table add up to 1. */
  readonly share: number;
}

/** A row; `sameFirst` means that the first cell is the one above it, drawn once over both. */
export interface TableRow {
  readonly cells: readonly KeyedText[];
  readonly sameFirst?: boolean;
}

export type Block =
  | ({ readonly kind: 'paragraph' } & KeyedText)
  | { readonly kind: 'bullets'; readonly items: readonly KeyedText[] }
  | { readonly kind: 'steps'; readonly items: readonly KeyedText[] }
  | ({ readonly kind: 'warning'; readonly level: WarningLevel } & KeyedText)
  | {
      readonly kind: 'table';
      readonly caption: Bilingual;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly TableRow[];
      /** Borderless tables have a rule under the header and nothing else. */
      readonly ruled: boolean;
    };

export interface Section {
  readonly title: Bilingual;
  /** Absent: in both manuals. */
  readonly only?: PlantLanguage;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

export interface Chapter extends Section {
  readonly name: string;
}

export function paragraph(text: Bilingual, key?: string): Block {
  return { kind: 'paragraph', text, ...(key === undefined ? {} : { key }) };
}

export function warning(level: WarningLevel, text: Bilingual, key?: string): Block {
  return { kind: 'warning', level, text, ...(key === undefined ? {} : { key }) };
}

export function cell(text: Bilingual, key?: string): KeyedText {
  return { text, ...(key === undefined ? {} : { key }) };
}
