import type { Box } from '../../../kernel/index.ts';
import type { Bilingual, PlantLanguage } from '../bilingual.ts';
import type { Block, KeyedText, WarningLevel } from './blocks.ts';
import { PAGE, type PageCanvas, type TextStyle } from './page-canvas.ts';
import { placeTable } from './place-table.ts';

const BODY: TextStyle = { face: 'regular', size: 10 };
const SIGNAL: TextStyle = { face: 'bold', size: 10 };

const SIGNAL_WORDS: Record<WarningLevel, Bilingual & { colour: string }> = {
  danger: { en: 'DANGER', zh: '危险', colour: '#b3261e' },
  warning: { en: 'WARNING', zh: '警告', colour: '#c25700' },
  caution: { en: 'CAUTION', zh: '注意', colour: '#8a6d00' },
  notice: { en: 'NOTICE', zh: '提示', colour: '#1f5f99' },
};

/** What the setting of blocks depends on besides the blocks. */
export interface Setting {
  readonly language: PlantLanguage;
  readonly warningStyle: 'headed' | 'inline';
  /** Chapter number and running number of the table, for its caption. */
  nextTable(): string;
}

export function placeBlock(canvas: PageCanvas, block: Block, setting: Setting): void {
  switch (block.kind) {
    case 'paragraph':
      placeText(canvas, block, PAGE.left, setting.language);
      canvas.y += 6;
      return;
    case 'bullets':
      placeItems(canvas, block.items, () => '•', 14, setting.language);
      return;
    case 'steps':
      placeItems(canvas, block.items, (index) => `${index + 1}.`, 22, setting.language);
      return;
    case 'warning':
      placeWarning(canvas, block, block.level, setting);
      return;
    case 'table': {
      const caption = `${setting.language === 'en' ? 'Table' : '表'} ${setting.nextTable()}  ${block.caption[setting.language]}`;
      placeTable(canvas, block, caption, setting.language);
    }
  }
}

function placeText(canvas: PageCanvas, keyed: KeyedText, x: number, language: PlantLanguage, style: TextStyle = BODY): void {
  const quote = keyed.text[language];
  const lines = canvas.wrap(quote, PAGE.right - x, style);
  canvas.reserve(lines.length * canvas.lineHeight(style));
  canvas.place(lines, x, canvas.y, style, keyed.key === undefined ? undefined : { key: keyed.key, quote });
  canvas.y += lines.length * canvas.lineHeight(style);
}

function placeItems(
  canvas: PageCanvas,
  items: readonly KeyedText[],
  marker: (index: number) => string,
  indent: number,
  language: PlantLanguage,
): void {
  items.forEach((item, index) => {
    const lines = canvas.wrap(item.text[language], PAGE.right - PAGE.left - indent, BODY);
    canvas.reserve(lines.length * canvas.lineHeight(BODY));
    canvas.place([marker(index)], PAGE.left, canvas.y, BODY);
    placeText(canvas, item, PAGE.left + indent, language);
    canvas.y += 3;
  });
  canvas.y += 5;
}

function placeWarning(canvas: PageCanvas, keyed: KeyedText, level: WarningLevel, setting: Setting): void {
  const signal = SIGNAL_WORDS[level];
  const word = signal[setting.language];
  const quote = keyed.text[setting.language];
  const inset = 10;
  const left = PAGE.left + inset + 4;
  const style: TextStyle = { ...SIGNAL, colour: signal.colour };
  const inline = setting.warningStyle === 'inline';
  const opening = `${word}${setting.language === 'en' ? ': ' : '：'}`;
  const indent = inline ? canvas.widthOf(opening, style) + (setting.language === 'en' ? 3 : 5) : 0;
  const lines = canvas.wrap(quote, PAGE.right - left - inset - indent, BODY);
  const height = (lines.length + (inline ? 0 : 1)) * canvas.lineHeight(BODY) + 2 * 6;
  canvas.reserve(height + 6);
  const box: Box = { x0: PAGE.left, y0: canvas.y, x1: PAGE.right, y1: canvas.y + height };
  canvas.mark({ kind: 'fill', box: { ...box, x1: box.x0 + 5 }, colour: signal.colour });
  for (const side of sides(box)) canvas.mark({ kind: 'line', box: side, width: 0.8, colour: signal.colour });
  canvas.place([inline ? opening.trimEnd() : word], left, canvas.y + 6, style);
  const top = canvas.y + 6 + (inline ? 0 : canvas.lineHeight(BODY));
  canvas.place(lines, left + indent, top, BODY, keyed.key === undefined ? undefined : { key: keyed.key, quote });
  canvas.y += height + 9;
}

function sides(box: Box): Box[] {
  return [
    { ...box, y1: box.y0 },
    { ...box, y0: box.y1 },
    { ...box, x1: box.x0 },
    { ...box, x0: box.x1 },
  ];
}
