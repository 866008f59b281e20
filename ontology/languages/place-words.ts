/** Where in a document something stands, in words. */
export interface PlaceWords {
  readonly page: (page: number) => string;
  readonly row: (row: number) => string;
  readonly line: (line: number) => string;
  readonly sheet: (sheet: string) => string;
  readonly column: (column: string) => string;
  readonly drawing: (layout: string, entity: string) => string;
  /** A section by its title, in place of its number among its like. */
  readonly section: (title: string) => string;
  /** Parts of a document without pages, by the names that paths of blocks have, each with its place among its like. */
  readonly blocks: Readonly<Record<string, (number: string) => string>>;
  /** Between the parts of one place. */
  readonly between: string;
  /** Behind the name of a document. */
  readonly revision: (revision: string) => string;
}

/** What readers of tables call a column without a header. */
const UNNAMED = /^column (\d+)$/u;

const EN: PlaceWords = {
  page: (page) => `page ${page}`,
  row: (row) => `row ${row}`,
  line: (line) => `line ${line}`,
  sheet: (sheet) => `sheet “${sheet}”`,
  column: (column) => (UNNAMED.test(column) ? column : `column “${column}”`),
  drawing: (layout, entity) => `layout ${layout}, element ${entity}`,
  section: (title) => `section “${title}”`,
  blocks: {
    slide: (number) => `slide ${number}`,
    'hidden-slide': (number) => `hidden slide ${number}`,
    sheet: (name) => `sheet “${name}”`,
    at: (cell) => `at cell ${cell}`,
    // A slide has one page of them.
    notes: () => 'speaker notes',
    footnotes: () => 'footnotes',
    'text-boxes': () => 'text boxes',
    section: (number) => `section ${number}`,
    table: (number) => `table ${number}`,
    row: (number) => `row ${number}`,
    paragraph: (number) => `paragraph ${number}`,
    step: (number) => `step ${number}`,
    item: (number) => `item ${number}`,
    cell: (number) => `cell ${number}`,
    field: (number) => `field ${number}`,
    warning: (number) => `warning ${number}`,
    list: (number) => `list ${number}`,
    caption: (number) => `caption ${number}`,
    definition: (number) => `definition ${number}`,
    image: (number) => `caption of picture ${number}`,
    picture: (number) => `picture ${number}`,
    text: (number) => `text ${number}`,
  },
  between: ', ',
  revision: (revision) => `Rev. ${revision}`,
};

const ZH: PlaceWords = {
  page: (page) => `第 ${page} 页`,
  row: (row) => `第 ${row} 行记录`,
  line: (line) => `文件第 ${line} 行`,
  sheet: (sheet) => `工作表“${sheet}”`,
  column: (column) => (UNNAMED.test(column) ? column.replace(UNNAMED, '第 $1 列') : `列“${column}”`),
  drawing: (layout, entity) => `布局 ${layout}，图元 ${entity}`,
  section: (title) => `“${title}”一节`,
  blocks: {
    slide: (number) => `第 ${number} 张幻灯片`,
    'hidden-slide': (number) => `第 ${number} 张幻灯片（隐藏）`,
    sheet: (name) => `工作表“${name}”`,
    at: (cell) => `单元格 ${cell} 处`,
    notes: () => '演讲者备注',
    footnotes: () => '脚注',
    'text-boxes': () => '文本框',
    section: (number) => `第 ${number} 节`,
    table: (number) => `表 ${number}`,
    row: (number) => `第 ${number} 行`,
    paragraph: (number) => `第 ${number} 段`,
    step: (number) => `第 ${number} 步`,
    item: (number) => `第 ${number} 项`,
    cell: (number) => `第 ${number} 格`,
    field: (number) => `第 ${number} 个字段`,
    warning: (number) => `警告 ${number}`,
    list: (number) => `列表 ${number}`,
    caption: (number) => `图表标题 ${number}`,
    definition: (number) => `术语解释 ${number}`,
    image: (number) => `图片说明 ${number}`,
    picture: (number) => `图片 ${number}`,
    text: (number) => `文字 ${number}`,
  },
  between: '，',
  revision: (revision) => `版次 ${revision}`,
};

export function placeWords(language: 'zh' | 'en'): PlaceWords {
  return language === 'zh' ? ZH : EN;
}
