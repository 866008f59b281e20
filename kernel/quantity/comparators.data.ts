import type { Comparator } from '../units/quantity.ts';

export const BEFORE: readonly (readonly [Comparator, string])[] = [
  [
    '<=',
    '不(?:得|可|能|应|允许)?(?:超过|高于|大于|多于|长于)|不超|至多|最多|≤|<=|=<|(?:not|never)(?: be)? (?:to )?(?:exceed|more than|greater than|higher than|above|over)(?:ing)?|not exceeding|no (?:more|greater|higher|longer|later) than|at most|up to|within|at the most',
  ],
  [
    '>=',
    '不(?:得|可|能|应|允许)?(?:低于|小于|少于|短于)|至少|最少|起码|≥|>=|=>|(?:not|never)(?: be)? (?:less|lower|fewer|smaller|below) than|not(?: be)? below|no (?:less|lower|fewer|earlier|smaller) than|at least|minimum of',
  ],
  ['<', '低于|小于|少于|不足|(?<![找看听测达等])不到|未达到?|<|below|less than|lower than|under|fewer than|smaller than|short of'],
  ['>', '超过|超出|高于|大于|多于|长于|超|>|above|over|more than|greater than|higher than|exceed\\w{0,3}|in excess of|longer than|beyond'],
  ['<=', '最大|最高|最长|上限|max\\.?|maximum'],
  ['>=', '最小|最低|最短|下限|(?<!\\d\\s?)min\\.?|minimum'],
  ['~', '约|大约|约为|大概|将近|~|≈|approx\\.?|approximately|about|around|circa|ca\\.|roughly|nearly'],
  ['=', '='],
];
/** What may stand between such words and the number. */
export const LINKING = '[:为是在至到达]{0,2}|is|of|to|by';
/** `maximum pressure: 10 bar`: the word, then the name of what is limited. */
export const NAMED_LIMIT =
  /(?:(最大|最高|上限|(?<![a-z])max(?:imum|\.)?)|(最小|最低|下限|(?<![a-z]|\d\s?)min(?:imum|\.)?))(?![^\s]*\d)\s?[^\d,;.。，；:()]{0,24}?\s*(?::|为|是|is|of|\t)?\s*$/;
export const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  [
    '>=',
    /^\s*(?:(?:或|及|和)?(?:以上|更高|更多)|起(?!动|重|升|吊|来|火)|(?:or|and) (?:more|above|higher|greater|over)|minimum|min\b\.?|\(min\.?\))/,
  ],
  [
    '<=',
    /^\s*(?:(?:或|及|和)?(?:以下|以内|之内|更低|更少)|内(?!部|径|圈|外|腔|侧|衬|螺)|(?:or|and) (?:less|below|lower|under|fewer)|maximum|max\b\.?|\(max\.?\))/,
  ],
  ['~', /^\s*(?:左右|上下(?!限)|前后|or so)/],
];
