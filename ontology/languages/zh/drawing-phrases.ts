import type { DrawingPhrases, DrawnBasis, SaidOfDrawing } from '../drawing-phrases.ts';

function over({ line }: SaidOfDrawing): string {
  return line === undefined ? '' : `（管线 ${line}）`;
}

function basisOf(basis: DrawnBasis, evidence: string): string {
  return basis === 'stated' ? '——图纸数据中写明。' : `——由图面推断：${evidence}。`;
}

function pipe(said: SaidOfDrawing): string {
  return said.isOverSheets ? '两张图上的图间连接符字母与管线号一致' : '两者的图形符号之间画有管线，流向由箭头表明';
}

export const ZH_DRAWING_PHRASES: DrawingPhrases = {
  feeds: (said) => `${said.from} 供向 ${said.to}${over(said)}${basisOf(said.basis, pipe(said))}`,
  joins: (said) =>
    `${said.from} 与 ${said.to} 由管线相连${over(said)}，图上未表明流向${basisOf(said.basis, said.isOverSheets ? pipe(said) : '两者的图形符号之间画有管线')}`,
  measures: (said) => `${said.from} 测量 ${said.to}${basisOf(said.basis, '仪表圆圈引出的线接到该处')}`,
  controls: (said) => `${said.from} 控制 ${said.to}${basisOf(said.basis, '仪表圆圈引出的信号线接到该处')}`,
  inLoop: (said) => `${said.from} 属于回路 ${said.to}${basisOf(said.basis, '位号中的编号')}`,
  isolation: ({ of, valves, unparted, leaving, basis }) =>
    [
      `${of} 的候选隔离阀（须现场核实）：${valves.join('、')}，即图上各管线上离它最近的截断阀`,
      unparted.length === 0 ? '' : `；${of} 与 ${unparted.join('、')} 之间没有画出截断阀`,
      leaving.length === 0 ? '' : `；${leaving.join('、')} 有管线通往未找到的图纸，此处可能缺少阀门`,
      basisOf(basis, '图形符号之间的管线'),
    ].join(''),
  normalState: (valve, mark) => `${valve} 旁标注“${mark}”——由图面推断：标注紧靠其位号。`,
  candidatesOnly: () =>
    '注意：以上内容读自图纸，不是隔离规程。图上的管线可能遗漏、已改动或被误读：必须在现场逐条查线，并只按批准的规程进行隔离、上锁、排放和零能量验证。',
  nothingDrawn: (of) => `图上画有 ${of}，但没有画出所问的内容。`,
  tooMuchDrawn: (of) => `${of} 周围画的内容过多，无法可靠说明，请直接查看图纸。`,
};
