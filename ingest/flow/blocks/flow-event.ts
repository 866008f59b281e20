import type { ExclusionReason } from '../../../kernel/index.ts';
import type { PictureText } from '../../parser/picture-text.ts';
import type { TableText } from './lay-out-table.ts';

/** A code that a title or item begins with: where it ends, where the words begin, and whether it is one of a fault. */
export interface LeadingCode {
  readonly end: number;
  readonly words: number;
  readonly ofFault: boolean;
}

/**
 * Text with what its markup knows of it. `bold`: UTF-16 units at its head that are set in bold. `wrapped`: its line ends say
 * nothing but that the source wraps there.
 */
interface MarkedText {
  readonly text: string;
  readonly bold: number;
  readonly wrapped?: boolean;
  readonly code?: LeadingCode;
}

/** What a reader of markup meets, in reading order. Lists and boxes nest; every one that opens is closed. */
export type FlowEvent =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly code?: LeadingCode }
  | ({ readonly kind: 'paragraph' } & MarkedText)
  | ({ readonly kind: 'item'; readonly marker?: string; readonly title?: number } & MarkedText)
  /** A name and what is said of it, by markup of its own; `group`: what heads it among its neighbours. */
  | { readonly kind: 'field'; readonly name: string; readonly text: string; readonly group?: string }
  /** Text shown as it stands: code, output of a program. */
  | { readonly kind: 'listing'; readonly text: string }
  | { readonly kind: 'definition'; readonly term: string; readonly text: string }
  | { readonly kind: 'image'; readonly text: string }
  /** What was recognised in a picture, in reading order. */
  | { readonly kind: 'picture'; readonly texts: readonly PictureText[] }
  | { readonly kind: 'caption'; readonly text: string; readonly of: 'table' | 'figure' }
  | { readonly kind: 'table'; readonly table: TableText }
  /** What follows stands in a part of the document that has a path of its own; `goesOn`: in the sections that are open. */
  | { readonly kind: 'part'; readonly path: string; readonly goesOn: boolean }
  | { readonly kind: 'open-list' }
  | { readonly kind: 'close-list' }
  | { readonly kind: 'open-box'; readonly warns: boolean | undefined; readonly title: string }
  | { readonly kind: 'close-box' }
  | { readonly kind: 'exclude'; readonly text: string; readonly reason: ExclusionReason };

/** Lists and boxes that are open behind an event, counted from those open before it. */
export function depthStep(event: FlowEvent): -1 | 0 | 1 {
  if (event.kind === 'open-list' || event.kind === 'open-box') return 1;
  return event.kind === 'close-list' || event.kind === 'close-box' ? -1 : 0;
}
