/** Chinese words by which one machine is told from its like. */
export const DESIGNATIONS_ZH = {
  /** Behind a number that stands in front of a kind of equipment (`2号泵`, `7#泵`). */
  marks: ['号', '#', '＃', '台', '级'],
  /** Between a kind of equipment and its number (`泵编号7`). */
  between: ['编号', '号', '位号', '第'],
  kinds: ['机组', '设备', '机器', '装置', '机'],
  numbers: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  stems: ['甲', '乙', '丙', '丁', '戊'],
  others: ['另一台', '另外一台', '其他', '其它', '别的', '相邻', '隔壁'],
  /** Behind a number, it counts (`泵2台`). */
  counting: ['台', '个', '只', '套', '次', '年', '月', '天', '日', '小时', '分', '秒', '组', '根', '倍', '级', '种'],
} as const;
