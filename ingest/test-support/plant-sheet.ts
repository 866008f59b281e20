import { circle, type DxfContent, type DxfPart, insert, line, middleText, paragraphs, rectangle, table, text } from './write-dxf.ts';

export type SheetLanguage = 'zh' | 'en';

const WORDS = {
  zh: {
    title: '冷却水泵组管道仪表图',
    number: '图号',
    name: '图名',
    revision: '版次',
    date: '日期',
    scale: '比例',
    sheet: '张次',
    sheetValue: '1/2',
    pump: '冷却水泵',
    standby: '备用冷却水泵',
    strainer: '入口过滤器',
    notes: '说明',
    note: '所有就地仪表应安装在便于观察的位置，由施工单位现场确定。',
    parts: '材料表',
    header: ['序号', '名称', '料号', '数量'],
    seal: '机械密封',
    bearing: '轴承',
    off: '作废的草稿',
  },
  en: {
    title: 'COOLING WATER PUMP SKID P&ID',
    number: 'DWG. NO.',
    name: 'TITLE',
    revision: 'REV.',
    date: 'DATE',
    scale: 'SCALE',
    sheet: 'SHEET',
    sheetValue: '1 OF 2',
    pump: 'COOLING WATER PUMP',
    standby: 'STANDBY COOLING WATER PUMP',
    strainer: 'SUCTION STRAINER',
    notes: 'NOTES',
    note: 'LOCAL GAUGES ARE TO BE MOUNTED WHERE THEY CAN BE READ FROM THE WALKWAY.',
    parts: 'BILL OF MATERIALS',
    header: ['ITEM', 'DESCRIPTION', 'PART NO.', 'QTY'],
    seal: 'MECHANICAL SEAL',
    bearing: 'BEARING',
    off: 'OLD DRAFT',
  },
} as const;

/** A sheet with a frame and a title block of ruled cells whose values are attributes, as companies draw them. */
function titleBlock(language: SheetLanguage): DxfPart {
  const say = WORDS[language];
  const value = (tag: string, words: string, x: number, y: number) => ({ tag, value: words, x, y, height: 3.5 });
  return insert('TITLE_BLOCK', 240, 10, [
    value('DWG_NO', 'CWS-PID-101', 242, 12),
    value('TITLE', say.title, 242, 32),
    value('REV', 'B', 322, 12),
    value('DATE', '2024-03-18', 342, 12),
    value('SCALE', '1:50', 322, 32),
    value('SHEET', say.sheetValue, 362, 32),
  ]);
}

function titleBlockParts(language: SheetLanguage): readonly DxfPart[] {
  const say = WORDS[language];
  const label = (words: string, x: number, y: number) => text(x, y, 2, words);
  return [
    rectangle(0, 0, 160, 40),
    line(0, 20, 160, 20),
    line(80, 0, 80, 40),
    line(100, 0, 100, 20),
    line(120, 20, 120, 40),
    label(say.number, 2, 15),
    label(say.name, 2, 35),
    label(say.revision, 82, 15),
    label(say.date, 102, 15),
    label(say.scale, 82, 35),
    label(say.sheet, 122, 35),
  ];
}

/**
 * A piping and instrument diagram of a pump skid: two pumps with their names below their tags, an instrument whose balloon holds its
 * tag in two lines, one that is a symbol with attributes, a line with its number, numbered notes and a table of parts.
 */
export function plantSheet(language: SheetLanguage): DxfContent {
  const say = WORDS[language];
  return {
    layers: [{ name: 'EQUIPMENT' }, { name: 'DRAFT', isOff: true }],
    blocks: [
      { name: 'TITLE_BLOCK', parts: titleBlockParts(language) },
      { name: 'PUMP', parts: [circle(0, 0, 8), line(-8, 0, 8, 0)] },
      { name: 'INSTRUMENT', parts: [circle(0, 0, 6)] },
    ],
    parts: [
      rectangle(0, 0, 410, 290),
      titleBlock(language),
      insert('PUMP', 100, 150),
      text(90, 132, 3, 'P-101A'),
      text(90, 127, 3, say.pump),
      insert('PUMP', 100, 80),
      text(90, 62, 3, 'P-101B'),
      text(90, 57, 3, say.standby),
      line(20, 150, 92, 150),
      text(30, 152, 2.5, '6"-CW-1001-A1'),
      circle(150, 180, 6),
      middleText(150, 182, 2.5, 'PT'),
      middleText(150, 178, 2.5, '1003'),
      insert('INSTRUMENT', 200, 180, [
        { tag: 'FUNCTION', value: 'FIC', x: 197, y: 181, height: 2.5 },
        { tag: 'LOOP', value: '1004A', x: 196, y: 176, height: 2.5 },
      ]),
      text(250, 180, 3, 'S-12'),
      text(250, 175, 3, say.strainer),
      text(20, 275, 3, say.notes),
      text(20, 269, 2.5, `1. ${say.note}`),
      paragraphs(20, 262, 2.5, '2. {\\fArial|b1;PT-1003}: 0\\~%%d\\P3. \\S1/2; bar'),
      table(240, 270, [[say.parts, '', '', ''], say.header, ['1', say.seal, '40-2217-03', '2'], ['2', say.bearing, '6205-2Z', '4']]),
      text(20, 20, 3, say.off, [[8, 'DRAFT']]),
    ],
  };
}
