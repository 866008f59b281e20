import { ok, type Result } from '../../../kernel/index.ts';
import type { PageContent } from '../../layout/glyph.ts';
import { type NearbyEdge, rememberEdges } from '../../layout/nearby-edges.ts';
import { piecesOf } from '../../layout/pieces.ts';
import { rowsOf } from '../../layout/rows.ts';
import { edgeLines } from '../../layout/running-lines.ts';
import type { ParserInput } from '../../parser/document-parser.ts';
import type { PageSource } from '../scan/page-source.ts';
import { type RecognisedContent, recogniseContent } from '../scan/recognise-content.ts';
import type { UsualPrint } from '../scan/usual-print.ts';

/** Pages recognised with one: a line that recurs on them is no text of it. */
export const PAGES_AHEAD = 2;

/**
 * Recognises the pages of a document, each once, though some are asked for before their turn. Whoever goes on after an interruption
 * recognises those ahead again.
 */
export class ScannedPages {
  private readonly source: PageSource;
  private readonly input: ParserInput;
  private readonly ahead = new Map<number, Result<RecognisedContent, 'unreadable'>>();

  constructor(source: PageSource, input: ParserInput) {
    this.source = source;
    this.input = input;
  }

  /** A page at its turn, laid out by how the pages before are printed; a fault where it could not be recognised. */
  async take(drawn: PageContent, usual?: UsualPrint): Promise<Result<PageContent, 'unreadable'>> {
    const recognised = await this.recognise(drawn);
    this.ahead.delete(drawn.page);
    return recognised.ok ? ok(recognised.value(usual)) : recognised;
  }

  /** Lines at the edges of a page whose turn comes later. */
  async edges(drawn: PageContent): Promise<readonly NearbyEdge[]> {
    const recognised = await this.recognise(drawn);
    if (!recognised.ok) return [];
    const content = recognised.value();
    if (content.sheet !== undefined) return [];
    return rememberEdges([], edgeLines(content, rowsOf(piecesOf(content.glyphs))), drawn.page);
  }

  private async recognise(drawn: PageContent): Promise<Result<RecognisedContent, 'unreadable'>> {
    const known = this.ahead.get(drawn.page) ?? (await recogniseContent(this.source, drawn, this.input));
    this.ahead.set(drawn.page, known);
    return known;
  }
}
