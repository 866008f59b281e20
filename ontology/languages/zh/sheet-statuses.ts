import type { SheetStatusWords } from '../sheet-status-words.ts';

/** Chinese words of stamps. */
export const SHEET_STATUSES_ZH: SheetStatusWords = {
  sure: {
    preliminary: ['不得用于施工', '仅供审查', '仅供参考', '送审稿', '征求意见稿'],
    'for-construction': ['施工图专用章', '供施工', '施工版'],
    'as-built': ['竣工图', '竣工图章', '竣工版'],
    superseded: ['已被替代', '被替代', '已被取代', '被取代', '已替代'],
    void: ['作废', '已作废', '废止', '已废止', '废图', '作废图', '停止使用', '禁止使用', '不得使用'],
  },
  other: {
    preliminary: ['初步', '草稿', '草图', '初版'],
    'for-construction': ['施工图'],
    'as-built': ['竣工'],
    superseded: ['替代', '取代'],
    void: ['无效', '失效', '取消', '已取消', '注销'],
  },
  frame: [
    '本图纸',
    '此图纸',
    '该图纸',
    '本图',
    '此图',
    '该图',
    '图纸',
    '本张',
    '此张',
    '文件',
    '版本',
    '版次',
    '状态',
    '日期',
    '自',
    '起',
    '于',
    '章',
  ],
  tail: ['由', '被', '见', '详见', '改用', '请用'],
};
