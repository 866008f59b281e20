import type { DrawingPhrases, DrawnBasis, SaidOfChange, SaidOfDrawing, SaidOfIsolation } from '../drawing-phrases.ts';

function over({ line, isElectrical }: SaidOfDrawing): string {
  return line === undefined ? '' : `（${isElectrical === true ? '电缆' : '管线'} ${line}）`;
}

function basisOf(basis: DrawnBasis, evidence: string): string {
  return basis === 'stated' ? '——图纸数据中写明。' : `——由图面推断：${evidence}。`;
}

const CONDUCTOR = '两者的图形符号之间画有导线';

function pipe(said: SaidOfDrawing): string {
  if (said.isElectrical === true) return `${CONDUCTOR}，方向从电源侧推得`;
  return said.isOverSheets ? '两张图上的图间连接符字母与管线号一致' : '两者的图形符号之间画有管线，流向由箭头表明';
}

const CHANGED: Readonly<Record<SaidOfChange['what'], string>> = {
  valve: '阀门',
  instrument: '仪表',
  equipment: '设备',
  line: '管线',
  label: '位号',
  mark: '阀位标注',
  pipe: '管线连接',
  'title-block': '标题栏',
  breaker: '断路器',
  motor: '电动机',
  cable: '电缆',
  conductor: '导线连接',
  rating: '额定值',
};
const MOVED = { added: '新增', removed: '取消' } as const;

const TITLE: Readonly<Record<string, string>> = {
  title: '图名',
  revision: '版次',
  date: '日期',
  scale: '比例',
  sheet: '张次',
  status: '状态',
};

function became({ change, name, what, before, after }: SaidOfChange): string {
  if (change !== 'altered') return `${MOVED[change]}${CHANGED[what]} ${name}`;
  const of = what === 'title-block' ? `${CHANGED[what]}“${TITLE[name] ?? name}”` : `${CHANGED[what]} ${name}`;
  if (before === undefined) return `${of} 新标注为“${after ?? ''}”`;
  return after === undefined ? `${of} 原为“${before}”，现已取消` : `${of} 由“${before}”改为“${after}”`;
}

function valvesOf({ of, valves, unparted, leaving, basis }: SaidOfIsolation): string {
  return [
    `${of} 的候选隔离阀（须现场核实）：${valves.join('、')}，即图上各管线上离它最近的截断阀`,
    unparted.length === 0 ? '' : `；${of} 与 ${unparted.join('、')} 之间没有画出截断阀`,
    leaving.length === 0 ? '' : `；${leaving.join('、')} 有管线通往未找到的图纸，此处可能缺少阀门`,
    basisOf(basis, '图形符号之间的管线'),
  ].join('');
}

function breakers({ of, valves, unparted, basis }: SaidOfIsolation): string {
  const between = unparted.length === 0 ? '' : `；${of} 与 ${unparted.join('、')} 之间没有画出断路器`;
  return `${of} 的候选隔离断路器（须现场核实）：${valves.join('、')}，即图上各导线上离它最近的断路器或隔离开关${between}${basisOf(basis, '图形符号之间的导线')}`;
}

export const ZH_DRAWING_PHRASES: DrawingPhrases = {
  feeds: (said) =>
    `${said.from} ${said.isElectrical === true ? '供电给' : '供向'} ${said.to}${over(said)}${basisOf(said.basis, pipe(said))}`,
  joins: (said) =>
    said.isElectrical === true
      ? `${said.from} 与 ${said.to} 由导线相连${over(said)}，图上未表明由哪一侧供电${basisOf(said.basis, CONDUCTOR)}`
      : `${said.from} 与 ${said.to} 由管线相连${over(said)}，图上未表明流向${basisOf(said.basis, said.isOverSheets ? pipe(said) : '两者的图形符号之间画有管线')}`,
  measures: (said) => `${said.from} 测量 ${said.to}${basisOf(said.basis, '仪表圆圈引出的线接到该处')}`,
  controls: (said) => `${said.from} 控制 ${said.to}${basisOf(said.basis, '仪表圆圈引出的信号线接到该处')}`,
  drives: (said) => `${said.from} 驱动 ${said.to}${basisOf(said.basis, '两个位号一起标在电动机图形符号旁')}`,
  inLoop: (said) => `${said.from} 属于回路 ${said.to}${basisOf(said.basis, '位号中的编号')}`,
  isolation: (said) => (said.isElectrical === true ? breakers(said) : valvesOf(said)),
  normalState: (valve, mark) => `${valve} 旁标注“${mark}”——由图面推断：标注紧靠其位号。`,
  candidatesOnly: ({ isElectrical, isRecognised }) =>
    (isElectrical === true
      ? '注意：以上内容读自电气单线图，不是隔离规程。图纸可能过期或被误读，其他电源可能没有画出，例如控制电源、加热器、第二路电源、变频器和电容器的残余电荷：必须在现场找出全部电源，并只按批准的规程进行停电、上锁、接地和验电。'
      : '注意：以上内容读自图纸，不是隔离规程。图上的管线可能遗漏、已改动或被误读：必须在现场逐条查线，并只按批准的规程进行隔离、上锁、排放和零能量验证。') +
    (isRecognised === true ? '本图由图像识别得出：没有认出的设备和管线不在上列之中。' : ''),
  changed: (said) => `${said.drawing}，${said.from} 版至 ${said.to} 版：${became(said)}——由图面推断：两版图纸对比。`,
  noChange: (drawing, from, to) => `未读出 ${drawing} 的 ${from} 版与 ${to} 版之间的差别；只是画法不同的不作比较。`,
  revisionsHeld: (drawing, revisions) => `需要两个版次才能比较；${drawing} 在这里只有：${revisions.join('、')} 版。`,
  nothingDrawn: (of) => `图上画有 ${of}，但没有画出所问的内容。`,
  tooMuchDrawn: (of) => `${of} 周围画的内容过多，无法可靠说明，请直接查看图纸。`,
};
