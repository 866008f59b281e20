/** Where in a document something stands, in words. */
export interface PlaceWords {
  readonly page: (page: number) => string;
  readonly row: (row: number) => string;
  readonly line: (line: number) => string;
  readonly sheet: (sheet: string) => string;
  readonly column: (column: string) => string;
  readonly drawing: (layout: string, entity: string) => string;
}

const EN: PlaceWords = {
  page: (page) => `page ${page}`,
  row: (row) => `row ${row}`,
  line: (line) => `line ${line}`,
  sheet: (sheet) => `sheet “${sheet}”`,
  column: (column) => `column “${column}”`,
  drawing: (layout, entity) => `layout ${layout}, element ${entity}`,
};

const ZH: PlaceWords = {
  page: (page) => `第 ${page} 页`,
  row: (row) => `第 ${row} 行记录`,
  line: (line) => `文件第 ${line} 行`,
  sheet: (sheet) => `工作表“${sheet}”`,
  column: (column) => `列“${column}”`,
  drawing: (layout, entity) => `布局 ${layout}，图元 ${entity}`,
};

export function placeWords(language: 'zh' | 'en'): PlaceWords {
  return language === 'zh' ? ZH : EN;
}
