import type { DrawingLabelWords } from '../drawing-label-words.ts';

/** Chinese words of title blocks, as they are printed and as attributes of title blocks are named. */
export const DRAWING_LABELS_ZH: DrawingLabelWords = {
  number: ['图号', '图纸编号', '图纸号', '图样代号', '图样编号', '文件编号', '文件号'],
  title: ['图名', '图纸名称', '图样名称', '标题'],
  revision: ['版次', '版本', '版本号', '修订', '修订号', '版号'],
  date: ['日期', '出图日期', '发布日期', '修订日期', '签发日期'],
  scale: ['比例'],
  sheet: ['张次', '页次', '张号', '页码', '图幅张次'],
  status: ['状态', '图纸状态', '文件状态', '出图状态'],
};
