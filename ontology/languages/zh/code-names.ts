/** Chinese words in front of a code that say what it is. */
export const CODE_NAMES_ZH = {
  serial: ['序列号', '出厂编号'],
  alarm: ['报警', '故障', '错误'].flatMap((word) => [`${word}代码`, `${word}代号`, `${word}编号`, `${word}码`]),
  alarmIfShaped: ['报警', '故障', '错误'],
  order: ['工单', '工单号', '工单编号'],
  part: ['备件号', '料号', '物料号', '订货号', '零件号'],
} as const;

/** Characters that may stand between such a word and the code: `故障号 35`, `工单号为 …`. */
export const CODE_LINKING_ZH = '号为是';

/** Chinese words right in front of a letter with a number that make it a version, a thread, a scale or a place in a document. */
export const NO_CODE_AFTER_ZH: readonly string[] = [
  ...['版本', '版本号', '版次', '修订', '修订版', '固件'],
  ...['螺纹', '管螺纹', '标准', '比例'],
  ...['图', '见图', '如图', '附图', '图号', '表', '见表', '如表', '附表', '表号', '附录', '章', '节', '条款'],
];
