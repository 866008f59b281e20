import type { IdentifierKind } from '../../kernel/index.ts';

/** What a terminal tells of a photo that was read. */
export interface PhotoWords {
  /** @param width of the photo in pixels, as is the height. */
  readonly read: (width: number, height: number) => string;
  readonly nothing: string;
  /** Behind words that were read unsurely. */
  readonly unsure: (percent: number) => string;
  readonly codes: string;
  readonly quantities: string;
  readonly kinds: Readonly<Record<IdentifierKind, string>>;
  /** @param recognised as the engine had it. */
  readonly repaired: (recognised: string) => string;
  /** What to do next; `command` asks. */
  readonly ask: (command: string) => string;
}

const EN: PhotoWords = {
  read: (width, height) => `Read on the photo (${width} × ${height} pixels):`,
  nothing: 'No text was recognised on the photo: go closer, hold level, avoid glare, or type what it says.',
  unsure: (percent) => `read unsurely (${percent} %): compare with the machine`,
  codes: 'Codes',
  quantities: 'Values',
  kinds: {
    tag: 'tag',
    part: 'part',
    serial: 'serial number',
    alarm: 'alarm',
    document: 'document',
    line: 'line',
    order: 'order',
  },
  repaired: (recognised) => `recognised as ${recognised}`,
  ask: (command) => `Nothing of it is asked before you have seen it. Compare, correct, and ask: ${command}`,
};

const ZH: PhotoWords = {
  read: (width, height) => `照片（${width} × ${height} 像素）上识别出：`,
  nothing: '照片上没有识别出文字：请靠近、放平、避开反光后重拍，或直接输入。',
  unsure: (percent) => `识别不可靠（${percent} %）：请与设备核对`,
  codes: '代码',
  quantities: '数值',
  kinds: { tag: '位号', part: '零件号', serial: '序列号', alarm: '报警代码', document: '文件编号', line: '管线号', order: '工单号' },
  repaired: (recognised) => `原识别为 ${recognised}`,
  ask: (command) => `未经您确认，不会用它提问。请核对、改正后再问：${command}`,
};

export function photoWords(language: 'zh' | 'en'): PhotoWords {
  return language === 'zh' ? ZH : EN;
}
