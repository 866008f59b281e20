import type { ExclusionReason, PassageKind } from '../../kernel/index.ts';

/** What was read of a document, as a terminal tells it. */
export interface ReadingWords {
  readonly kinds: Readonly<Record<PassageKind, string>>;
  /** Of so many passages those from one place to another, counted from 1. */
  readonly shown: (from: number, to: number, of: number) => string;
  readonly none: (of: number) => string;
  readonly outcome: string;
  readonly notYet: string;
  readonly pages: (total: number, withText: number) => string;
  readonly allRead: string;
  readonly unread: (count: number, pages: string) => string;
  readonly recognised: (pages: number, engine: string, percent: number) => string;
  /** Words that were recognised unsurely, and how many of them follow. */
  readonly unsure: (count: number, listed: number) => string;
  readonly passages: (count: number, characters: number, tables: number) => string;
  readonly rows: (total: number, bad: number) => string;
  readonly column: (header: string, role: string | undefined, unit: string | undefined) => string;
  readonly columns: string;
  /** So many columns of so many files have no known meaning; `command` shows them. */
  readonly unknownColumns: (columns: number, files: number, command: string) => string;
  /** What became of files: read whole, read in part, not read. */
  readonly totals: (files: number, whole: number, part: number, unread: number) => string;
  readonly notRead: string;
  /** Between two things that are told in one line. */
  readonly comma: string;
  readonly timeLeft: (minutes: number) => string;
  /** So many files of so many are read to their end, of which so many could not be read. */
  readonly progress: (ended: number, files: number, failed: number) => string;
  readonly garbled: (percent: number) => string;
  readonly stamps: string;
  readonly aiGenerated: string;
  readonly excluded: string;
  readonly excludedReasons: Readonly<Record<ExclusionReason, string>>;
  readonly warnings: string;
}

const EN: ReadingWords = {
  kinds: {
    heading: 'title',
    paragraph: 'paragraph',
    step: 'step',
    warning: 'warning',
    'table-row': 'row of a table',
    table: 'table',
    'log-entry': 'entry of a log',
    'drawing-label': 'label of a drawing',
    caption: 'caption',
    definition: 'definition',
  },
  shown: (from, to, of) => `passages ${from} to ${to} of ${of}`,
  none: (of) => `there are ${of} passages and none at this place`,
  outcome: 'outcome',
  notYet: 'nothing has been read of it yet; see `faultline jobs list`',
  pages: (total, withText) => `pages: ${total}, with text ${withText}`,
  allRead: 'pages unread: none',
  unread: (count, pages) => `pages unread: ${count} (${pages})`,
  recognised: (pages, engine, percent) => `recognised from pictures: ${pages} pages by ${engine}, sure to ${percent} %`,
  unsure: (count, listed) => `regions recognised unsurely: ${count}, of which ${listed}:`,
  passages: (count, characters, tables) => `passages: ${count}, characters: ${characters}, tables: ${tables}`,
  rows: (total, bad) => `rows: ${total}, not read in full: ${bad}`,
  columns: 'columns:',
  unknownColumns: (columns, files, command) =>
    `${columns} ${columns === 1 ? 'column' : 'columns'} of ${files} ${files === 1 ? 'file' : 'files'} not understood: no figure counts ${columns === 1 ? 'it' : 'them'} until you say what ${columns === 1 ? 'it means' : 'they mean'}: ${command}`,
  column: (header, role, unit) => `“${header}”: ${role ?? 'meaning not known'}${unit === undefined ? '' : `, in ${unit}`}`,
  totals: (files, whole, part, unread) =>
    `${files} ${files === 1 ? 'file' : 'files'}: ${whole} read${part === 0 ? '' : `, ${part} in part`}${unread === 0 ? '' : `, ${unread} not read`}`,
  notRead: 'not read:',
  comma: ', ',
  timeLeft: (minutes) => (minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`),
  progress: (ended, files, failed) => `${ended} of ${files} files${failed === 0 ? '' : `, ${failed} not read`}`,
  garbled: (percent) => `unreadable characters: ${percent} %`,
  stamps: 'stamps:',
  aiGenerated: 'The document says that AI generated it: every other source goes before it.',
  excluded: 'left out on purpose:',
  excludedReasons: {
    'running-header': 'running headers',
    'running-footer': 'running footers',
    'page-number': 'page numbers',
    'line-number': 'numbers of lines',
    'contents-list': 'lists of contents',
    navigation: 'navigation',
    markup: 'markup',
    comment: 'comments',
    include: 'included files',
    'off-page': 'outside the page',
    'hidden-layer': 'hidden layers',
    'white-space': 'white space',
    'unmapped-glyphs': 'glyphs that stand for no character',
    equation: 'equations',
    'picture-label': 'labels of what pictures show',
  },
  warnings: 'warnings:',
};

const ZH: ReadingWords = {
  kinds: {
    heading: '标题',
    paragraph: '段落',
    step: '步骤',
    warning: '警告',
    'table-row': '表格行',
    table: '表格',
    'log-entry': '日志记录',
    'drawing-label': '图面标注',
    caption: '图表标题',
    definition: '定义',
  },
  shown: (from, to, of) => `共 ${of} 个段落，第 ${from} 至 ${to} 个`,
  none: (of) => `共 ${of} 个段落，此处没有`,
  outcome: '结果',
  notYet: '尚未读取；见 `faultline jobs list`',
  pages: (total, withText) => `页：${total}，含文字 ${withText}`,
  allRead: '未读页：无',
  unread: (count, pages) => `未读页：${count}（${pages}）`,
  recognised: (pages, engine, percent) => `由图像识别：${pages} 页，引擎 ${engine}，置信度 ${percent} %`,
  unsure: (count, listed) => `识别没有把握的区域：${count}，列出 ${listed} 个：`,
  passages: (count, characters, tables) => `段落：${count}，字符：${characters}，表格：${tables}`,
  rows: (total, bad) => `行：${total}，未能完整读取：${bad}`,
  columns: '列：',
  unknownColumns: (columns, files, command) => `${files} 个文件中有 ${columns} 列含义不明，在说明其含义之前不计入任何数字：${command}`,
  column: (header, role, unit) => `“${header}”：${role ?? '含义未知'}${unit === undefined ? '' : `，单位 ${unit}`}`,
  totals: (files, whole, part, unread) =>
    `${files} 个文件：${whole} 个已读取${part === 0 ? '' : `，${part} 个部分读取`}${unread === 0 ? '' : `，${unread} 个未读取`}`,
  notRead: '未读取：',
  comma: '，',
  timeLeft: (minutes) => (minutes < 1 ? '剩余不到 1 分钟' : `剩余约 ${minutes} 分钟`),
  progress: (ended, files, failed) => `${ended}/${files} 个文件${failed === 0 ? '' : `，${failed} 个未读取`}`,
  garbled: (percent) => `无法识读的字符：${percent} %`,
  stamps: '图章：',
  aiGenerated: '该文档自称由AI生成：其他来源均优先于它。',
  excluded: '有意略去的内容：',
  excludedReasons: {
    'running-header': '页眉',
    'running-footer': '页脚',
    'page-number': '页码',
    'line-number': '行号',
    'contents-list': '目录',
    navigation: '导航',
    markup: '标记',
    comment: '注释',
    include: '引入的文件',
    'off-page': '页面之外',
    'hidden-layer': '隐藏图层',
    'white-space': '空白',
    'unmapped-glyphs': '不对应字符的字形',
    equation: '公式',
    'picture-label': '图片中的标注',
  },
  warnings: '警告：',
};

export function readingWords(language: 'zh' | 'en'): ReadingWords {
  return language === 'zh' ? ZH : EN;
}
