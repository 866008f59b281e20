import type { TimeForms } from '../time-forms.ts';

export const TIME_FORMS: TimeForms = {
  range: '到|至',
  joins: '和|与|及',
  spanned: '之间|期间',
  lastYear: '去年|上一年|上年度',
  thisYear: '今年|本年度?',
  yearBeforeLast: '前年',
  lastMonth: '上个?月',
  thisMonth: '本月|这个月',
  year: '年',
  month: '月',
  week: '周|星期',
  decade: String.raw`(\d{4}|\d{2}|[一二三四五六七八九]十)年代`,
  theseYears: '这[两二三四五六七八九]年',
  firstHalf: '上半年',
  secondHalf: '下半年',
  quarters: ['第?[一1]季度|一季', '第?[二2]季度|二季', '第?[三3]季度|三季', '第?[四4]季度|四季'],
  spring: '春季|春天|开春',
  summer: '夏季|夏天',
  autumn: '秋季|秋天',
  winter: '冬季|冬天',
  months: [
    '(?<![十\\d])(?:一|元|0?1)月份?',
    '(?<![十\\d])(?:二|0?2)月份?',
    '(?<![十\\d])(?:三|0?3)月份?',
    '(?<![十\\d])(?:四|0?4)月份?',
    '(?<![十\\d])(?:五|0?5)月份?',
    '(?<![十\\d])(?:六|0?6)月份?',
    '(?<![十\\d])(?:七|0?7)月份?',
    '(?<![十\\d])(?:八|0?8)月份?',
    '(?<![十\\d])(?:九|0?9)月份?',
    '(?:十|10)月份?',
    '(?:十一|11)月份?',
    '(?:十二|12)月份?',
  ],
  since: '以来|起|从',
  until: '为止|截[止至]',
  after: '以后|之后|后',
  before: '以前|之前|前(?![一二两三四五六七八九十半\\d])',
  firstOf: '前',
  quarterUnit: '个?季度',
  monthUnit: '个?月',
};

/** How Chinese writes dates: signs behind the number of a year, a month and a day, how a month is numbered, and what may follow a year, as pattern sources. */
export const DATE_SIGNS = {
  year: '年',
  month: '月',
  monthNumber: String.raw`\d{1,2}|[一二三四五六七八九十]{1,2}`,
  day: '[日号]',
  since: '(?:以来|之后|以后|起)',
  before: '(?:以前|之前)',
  firstHalf: '上半年',
  secondHalf: '下半年',
  quarter: '第?(?<quarterChinese>[一二三四1-4])季度',
  wholeYear: '(?:度|份)?',
  /** A stretch up to now: `最近三个月`. */
  upToNow: String.raw`(?:最近|近|过去)(?<n>\d+|[一二两三四五六七八九十半])个?(?<unit>年|月|周|星期|天|日)`,
} as const;

/** Signs behind the numbers of a time of day, and the parts of the day before them, as pattern sources. */
export const CLOCK_SIGNS = {
  hour: '时|点',
  minute: '分',
  second: '秒',
  beforeNoon: '上午|凌晨',
  noon: '中午',
  afterNoon: '下午|晚上',
} as const;
