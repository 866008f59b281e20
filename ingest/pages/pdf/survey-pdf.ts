import { type DocumentProperties, type Language, languageOf, type TagGrammar } from '../../../kernel/index.ts';
import { applicableNames } from '../../../ontology/index.ts';
import { readSheet, type SheetReading } from '../../drawings/interpret/read-sheet.ts';
import { titleProperties } from '../../drawings/interpret/title-properties.ts';
import type { PageContent } from '../../layout/glyph.ts';
import { type PageNumbering, PageNumberingFinder } from '../../layout/page-numbering.ts';
import { type Piece, piecesOf, pieceText } from '../../layout/pieces.ts';
import { type Row, rowsOf, rowText } from '../../layout/rows.ts';
import { edgeLines, type RunningLine, RunningLineFinder, SAME_PLACE } from '../../layout/running-lines.ts';
import { readDocumentLabels } from '../../title-block/read-document-labels.ts';
import { readScopeLabels, withScopeNames } from '../../title-block/read-scope-labels.ts';
import { statesGenerated } from '../../title-block/states-generated.ts';
import { type RepeatedFigure, RepeatedFigures } from '../figure/repeated-figures.ts';
import type { PageSource } from '../scan/page-source.ts';
import { titleKey } from '../segment/heading-rules.ts';
import type { PageStyle } from '../segment/page-state.ts';
import { coverRows, coverTexts, proseOf } from './cover-texts.ts';
import { StyleFinder } from './page-style.ts';
import { NumberedTitles } from './title-headers.ts';

/** What reading the pages needs of the whole document. */
export interface DocumentShape {
  readonly style: PageStyle;
  readonly running: readonly RunningLine[];
  readonly numberings: readonly PageNumbering[];
  /** Keys of numbered titles, which running headers repeat. */
  readonly titles: readonly string[];
  /** Pictures that several pages show. */
  readonly repeated: readonly RepeatedFigure[];
}

const COVER_PAGES = 2;
const MAX_RUNNING = 200;
const MAX_NUMBERINGS = 20;
const MAX_TITLE = 200;
const SAMPLE_CHARACTERS = 20_000;
const FILE_NAME =
  /\.(?:docx?|pdf|md|indd|pptx?|xlsx?|rtf|txt|fm)$|^(?:microsoft word|untitled|document\d*|presentation\d*|slide 1|powerpoint)/iu;

/** Folds the pages of a document into its shape and what it says of itself. */
export class PdfSurvey {
  private readonly styles = new StyleFinder();
  private readonly running = new RunningLineFinder();
  private readonly numberings = new PageNumberingFinder();
  private readonly titles = new NumberedTitles();
  private readonly figures = new RepeatedFigures();
  private readonly early: Row[] = [];
  private titleRows: readonly Row[] = [];
  private readonly sheets: SheetReading[] = [];
  private pages = 0;
  private sample = '';

  addPage(content: PageContent, grammar: TagGrammar): void {
    if (content.sheet !== undefined) {
      const reading = readSheet(content.sheet.sheet, grammar, false);
      this.sheets.push(reading);
      this.addSample(reading.drafts.map(({ text }) => text));
      return;
    }
    if (content.glyphs.length > 0) this.pages += 1;
    const rows = rowsOf(piecesOf(content.glyphs));
    this.styles.add(content, rows);
    const lines = edgeLines(content, rows);
    this.running.add(lines);
    this.titles.add(rows);
    this.numberings.add(lines, content.page);
    this.figures.add(content);
    if (this.titleRows.length === 0 && rows.length > 0) this.titleRows = rows;
    if (content.page <= COVER_PAGES) this.early.push(...rows);
    this.addSample(rows.map(rowText));
  }

  find({ title: fileTitle, pages, labels: ofFile }: Pick<PageSource, 'title' | 'pages' | 'labels'>): {
    readonly properties: DocumentProperties;
    readonly shape: DocumentShape;
  } {
    const running = this.running.find(MAX_RUNNING);
    const style = this.styles.find();
    const title = this.title(fileTitle, style.bodySize, running);
    const opening = coverRows(this.early, style);
    const cover = coverTexts(opening);
    const labels = {
      ...readDocumentLabels(
        cover,
        running.map((line) => line.text),
      ),
      ...withScopeNames([
        ...readScopeLabels(cover, 'cover'),
        ...applicableNames(proseOf(opening), 'cover', true),
        ...applicableNames(proseOf(this.early), 'cover', false),
      ]),
      ...(statesGenerated([...this.early.map(rowText), ...running.map((line) => line.text)], ofFile) ? { aiGenerated: true as const } : {}),
    };
    const language: Language = languageOf(this.sample);
    const properties: DocumentProperties = {
      ...(title === undefined ? {} : { title }),
      ...labels,
      // A document that is sheets for the most part is what their title blocks say; in a manual they are one of its parts.
      ...(this.sheets.length >= this.pages
        ? titleProperties(
            this.sheets.flatMap(({ fields }) => fields),
            this.sheets.flatMap(({ newest }) => newest)[0],
          )
        : {}),
      language,
      pages,
    };
    return {
      properties,
      shape: {
        style: { ...style, ...(title === undefined ? {} : { title }) },
        running,
        numberings: this.numberings.find(MAX_NUMBERINGS),
        titles: this.titles.find(style.bodySize),
        repeated: this.figures.find(),
      },
    };
  }

  private addSample(lines: readonly string[]): void {
    if (this.sample.length < SAMPLE_CHARACTERS) this.sample += `${lines.join('\n').slice(0, 2_000)}\n`;
  }

  /** The file's own title if the first pages say it too, else the largest words of the first page with text. */
  private title(fileTitle: string | undefined, bodySize: number, running: readonly RunningLine[]): string | undefined {
    const usable = fileTitle !== undefined && !FILE_NAME.test(fileTitle) ? fileTitle.slice(0, MAX_TITLE) : undefined;
    if (usable !== undefined && titleKey(this.early.join('')).includes(titleKey(usable))) return usable;
    const large = largestWords(
      this.titleRows.filter((row) => !running.some((line) => line.text === rowText(row) && Math.abs(line.y - row.baseline) <= SAME_PLACE)),
      bodySize,
    );
    return large ?? usable;
  }
}

/** The first run of rows set in the largest size of a page, where that is well above running text. */
function largestWords(rows: readonly Row[], bodySize: number): string | undefined {
  const worded = rows.filter((row) => /\p{L}{2}|\p{sc=Han}/u.test(rowText(row)) && !row.pieces.some((piece) => piece.turned));
  const size = Math.max(0, ...worded.map((row) => row.size));
  if (size < 1.25 * bodySize) return undefined;
  const first = worded.findIndex((row) => row.size > 0.97 * size);
  const title: Piece[] = [];
  for (const row of worded.slice(first, first + 4)) {
    if (row.size <= 0.97 * size) break;
    title.push(...row.pieces);
  }
  return joinTitle(title);
}

function joinTitle(pieces: readonly Piece[]): string | undefined {
  const lines = pieces.map(pieceText);
  const text = lines.reduce(
    (joined, line) =>
      joined === '' ? line : /[\p{sc=Han}]$/u.test(joined) && /^[\p{sc=Han}]/u.test(line) ? joined + line : `${joined} ${line}`,
    '',
  );
  return text === '' ? undefined : text.slice(0, MAX_TITLE);
}
