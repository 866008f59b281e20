import type { ColumnRole, PassageKind } from '../../kernel/index.ts';

export const FORM_FORMATS = ['markdown', 'rst', 'html', 'docx', 'pdf'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** A cell of a table: its words, and in how many rows it stands. */
export interface FormCell {
  readonly text: string;
  readonly rows?: number;
}

/** An item with what stands below it. */
export interface FormItem {
  readonly text: string;
  readonly below?: readonly FormBlock[];
}

/** What a document holds, in no format. */
export type FormBlock =
  | { readonly kind: 'title'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  /** Lines that follow each other without a blank one. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'steps'; readonly first: number; readonly items: readonly FormItem[] }
  | { readonly kind: 'bullets'; readonly items: readonly FormItem[] }
  | { readonly kind: 'callout'; readonly warns: boolean; readonly title?: string; readonly inside: readonly FormBlock[] }
  /** Without names of columns the header is empty. A row of one text is one over the whole width. */
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly FormCell[] | string)[];
    }
  | { readonly kind: 'terms'; readonly terms: readonly (readonly [string, string])[] }
  /** Statements at the head of a file; those of `template` speak to the program that makes the page. */
  | { readonly kind: 'front'; readonly fields: readonly (readonly [string, string])[]; readonly template: readonly string[] };

/** What a reader must make of one passage, whatever the format. Lists and tables count from 1 in the order of the document. */
export interface ExpectedPassage {
  readonly kind: PassageKind;
  /** Words of a passage without cells. */
  readonly text?: string;
  readonly marker?: string;
  /** Titles of the sections around it, by structure. */
  readonly section?: readonly string[];
  readonly level?: number;
  readonly list?: number;
  readonly table?: number;
  readonly leadIn?: string;
  /** Cells, with the labels of columns that rows above give: column, words, role. */
  readonly cells?: readonly (readonly [string, string, ColumnRole?])[];
  /** Labels over the whole width. */
  readonly labels?: readonly string[];
}

export interface FormDocument {
  readonly blocks: readonly FormBlock[];
  readonly expected: readonly ExpectedPassage[];
}

/** The words of one language. */
export type Say = (zh: string, en: string) => string;

/** A way in which documents put things, made up in both languages. */
export interface Form {
  readonly name: string;
  /** Formats in which it can occur. */
  readonly formats: readonly FormFormat[];
  readonly make: (say: Say) => FormDocument;
}

export const FORM_LANGUAGES = ['zh', 'en'] as const;
export type FormLanguage = (typeof FORM_LANGUAGES)[number];

/** Columns of a table. */
export function widthOf({ header, rows }: Extract<FormBlock, { kind: 'table' }>): number {
  return Math.max(header.length, ...rows.map((row) => (typeof row === 'string' ? 1 : row.length)));
}

export function makeForm(form: Form, language: FormLanguage): FormDocument {
  return form.make((zh, en) => (language === 'zh' ? zh : en));
}
