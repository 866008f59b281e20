import type { Bilingual, PlantLanguage } from '../bilingual.ts';
import type { PlantDocument } from '../plant.ts';
import type { Chapter, Section } from './blocks.ts';
import { type Mark, type Measure, PAGE, PageCanvas, type Span, type TextStyle } from './page-canvas.ts';
import { placeBlock, type Setting } from './place-blocks.ts';

export interface ManualSource {
  readonly language: PlantLanguage;
  readonly document: PlantDocument;
  readonly subtitle: string;
  readonly makers: readonly string[];
  readonly revisions: readonly { readonly revision: string; readonly date: string; readonly change: string }[];
  readonly chapters: readonly Chapter[];
  readonly warningStyle: 'headed' | 'inline';
}

interface OutlineEntry {
  readonly title: string;
  readonly level: 1 | 2;
  readonly page: number;
}

export interface LaidManual {
  readonly pages: readonly (readonly Mark[])[];
  readonly spans: readonly Span[];
  readonly outline: readonly OutlineEntry[];
}

const TITLE: TextStyle = { face: 'bold', size: 16, colour: '#12344d' };
const SUBTITLE: TextStyle = { face: 'bold', size: 11.5, colour: '#12344d' };
const SMALL: TextStyle = { face: 'regular', size: 8, colour: '#4a4f54' };
const CONTENTS: TextStyle = { face: 'regular', size: 9.5 };

/** Sets the whole manual twice: the first run finds the pages of the headings, which the contents of the second one print. */
export function layOutManual(source: ManualSource, measure: Measure): LaidManual {
  const draft = setManual(source, measure, new Map());
  return setManual(source, measure, new Map(draft.outline.map((entry) => [entry.title, entry.page])));
}

function setManual(source: ManualSource, measure: Measure, pageOf: ReadonlyMap<string, number>): LaidManual {
  const { language } = source;
  const canvas = new PageCanvas(measure, language === 'en' ? 1.42 : 1.55);
  const outline: OutlineEntry[] = [];
  const chapters = source.chapters.map((chapter, index) => ({ chapter, number: index + 1 }));
  placeCover(canvas, source);
  placeContents(canvas, source, pageOf);
  for (const { chapter, number } of chapters) {
    let tables = 0;
    const setting: Setting = {
      language,
      warningStyle: source.warningStyle,
      nextTable: () => {
        tables += 1;
        return `${number}-${tables}`;
      },
    };
    canvas.newPage();
    placeHeading(canvas, `${number}  ${chapter.title[language]}`, TITLE, outline, 1);
    for (const block of chapter.blocks) placeBlock(canvas, block, setting);
    sectionsOf(chapter, language).forEach((section, index) => {
      canvas.reserve(110);
      placeHeading(canvas, `${number}.${index + 1}  ${section.title[language]}`, SUBTITLE, outline, 2);
      for (const block of section.blocks) placeBlock(canvas, block, setting);
      canvas.y += 6;
    });
  }
  return {
    pages: canvas.pages.map((marks, index) => [...marks, ...runningMarks(source, measure, index + 1, canvas.pages.length)]),
    spans: canvas.spans,
    outline,
  };
}

function sectionsOf(chapter: Chapter, language: PlantLanguage): Section[] {
  return (chapter.sections ?? []).filter((section) => section.only === undefined || section.only === language);
}

function placeHeading(canvas: PageCanvas, title: string, style: TextStyle, outline: OutlineEntry[], level: 1 | 2): void {
  canvas.place([title], PAGE.left, canvas.y, style);
  outline.push({ title, level, page: canvas.page });
  canvas.y += canvas.lineHeight(style) + (level === 1 ? 8 : 3);
}

function placeCover(canvas: PageCanvas, source: ManualSource): void {
  const words = source.language === 'en' ? COVER_EN : COVER_ZH;
  canvas.newPage();
  canvas.mark({ kind: 'fill', box: { x0: 0, y0: 0, x1: PAGE.width, y1: 18 }, colour: '#12344d' });
  canvas.y = 190;
  for (const line of canvas.wrap(source.document.title, PAGE.right - PAGE.left, { face: 'bold', size: 26 })) {
    canvas.place([line], PAGE.left, canvas.y, { face: 'bold', size: 26, colour: '#12344d' });
    canvas.y += 38;
  }
  canvas.place([source.subtitle], PAGE.left, canvas.y + 6, { face: 'regular', size: 13, colour: '#4a4f54' });
  canvas.mark({
    kind: 'line',
    box: { x0: PAGE.left, y0: canvas.y + 46, x1: PAGE.right, y1: canvas.y + 46 },
    width: 1.2,
    colour: '#12344d',
  });
  canvas.y += 70;
  const facts: [string, string][] = [
    [words.number, source.document.number],
    [words.revision, source.document.revision],
    [words.date, source.document.date],
    [words.approved, words.approver],
  ];
  for (const [name, value] of facts) {
    canvas.place([name], PAGE.left, canvas.y, { face: 'bold', size: 11 });
    canvas.place([value], PAGE.left + 150, canvas.y, { face: 'regular', size: 11 });
    canvas.y += 22;
  }
  canvas.y = 660;
  for (const maker of source.makers) {
    canvas.place([maker], PAGE.left, canvas.y, { face: 'regular', size: 10, colour: '#4a4f54' });
    canvas.y += 17;
  }
}

const COVER_EN = {
  number: 'Document number',
  revision: 'Revision',
  date: 'Date',
  approved: 'Approved by',
  approver: 'Engineering, document control',
  history: 'Revision history',
  contents: 'Contents',
};
const COVER_ZH = {
  number: '文件编号',
  revision: '版本',
  date: '日期',
  approved: '批准',
  approver: '工程部 文件控制',
  history: '版本历史',
  contents: '目录',
};

function placeContents(canvas: PageCanvas, source: ManualSource, pageOf: ReadonlyMap<string, number>): void {
  const words = source.language === 'en' ? COVER_EN : COVER_ZH;
  canvas.newPage();
  canvas.place([words.history], PAGE.left, canvas.y, SUBTITLE);
  canvas.y += 24;
  for (const { revision, date, change } of source.revisions) {
    canvas.place([revision], PAGE.left, canvas.y, CONTENTS);
    canvas.place([date], PAGE.left + 40, canvas.y, CONTENTS);
    const lines = canvas.wrap(change, PAGE.right - PAGE.left - 120, CONTENTS);
    canvas.place(lines, PAGE.left + 120, canvas.y, CONTENTS);
    canvas.y += lines.length * canvas.lineHeight(CONTENTS) + 2;
  }
  canvas.newPage();
  canvas.place([words.contents], PAGE.left, canvas.y, TITLE);
  canvas.y += 34;
  source.chapters.forEach((chapter, index) => {
    placeContentsLine(canvas, `${index + 1}  ${chapter.title[source.language]}`, 0, pageOf);
    sectionsOf(chapter, source.language).forEach((section, place) => {
      placeContentsLine(canvas, `${index + 1}.${place + 1}  ${section.title[source.language]}`, 16, pageOf);
    });
  });
}

function placeContentsLine(canvas: PageCanvas, title: string, indent: number, pageOf: ReadonlyMap<string, number>): void {
  const style: TextStyle = { ...CONTENTS, face: indent === 0 ? 'bold' : 'regular' };
  const number = String(pageOf.get(title) ?? '');
  canvas.reserve(canvas.lineHeight(style));
  canvas.place([title], PAGE.left + indent, canvas.y, style);
  const from = PAGE.left + indent + canvas.widthOf(title, style) + 8;
  const to = PAGE.right - 26;
  const dot = canvas.widthOf('.', CONTENTS);
  const dots = Math.max(0, Math.floor((to - from) / (2 * dot)));
  canvas.place(['. '.repeat(dots).trimEnd()], from, canvas.y, CONTENTS);
  canvas.place([number], PAGE.right - canvas.widthOf(number, style), canvas.y, style);
  canvas.y += canvas.lineHeight(style) + (indent === 0 ? 1.5 : 0);
}

/** Header and footer of a page; the cover has none. */
function runningMarks(source: ManualSource, measure: Measure, page: number, pages: number): Mark[] {
  if (page === 1) return [];
  const { number, revision, title } = source.document;
  const footer: Bilingual = {
    en: `Page ${page} of ${pages}`,
    zh: `第 ${page} 页 共 ${pages} 页`,
  };
  const label: Bilingual = { en: `${number}   Rev. ${revision}`, zh: `${number}   版本 ${revision}` };
  const text = (content: string, x: number, y: number): Mark => ({
    kind: 'text',
    text: content,
    face: SMALL.face,
    size: SMALL.size,
    x,
    y,
    colour: '#4a4f54',
  });
  const rightOf = (content: string): number => PAGE.right - measure(content, SMALL.face, SMALL.size);
  const rule = (y: number): Mark => ({ kind: 'line', box: { x0: PAGE.left, y0: y, x1: PAGE.right, y1: y }, width: 0.5, colour: '#9aa3ab' });
  return [
    text(title, PAGE.left, 44),
    text(number, rightOf(number), 44),
    rule(60),
    rule(786),
    text(label[source.language], PAGE.left, 790),
    text(footer[source.language], rightOf(footer[source.language]), 790),
  ];
}
