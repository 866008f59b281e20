import type { KeptKind, Phrases } from '../phrases.ts';

const KEPT: Readonly<Record<KeptKind, string>> = {
  asset: '设备',
  product: '产品',
  document: '文档',
  code: '代码',
  subject: '对象',
  fault: '故障',
  time: '时间',
  question: '问题',
};

export const ZH_PHRASES: Phrases = {
  list: (names) => names.join('、'),
  about: (subject, question) => `${subject}：${question}`,
  stance: (isYes, isAllowance) => (isAllowance ? (isYes ? '可以。' : '不可以。') : isYes ? '是。' : '否。'),
  notVerified: () => '找到的内容未通过核对，因此不作回答。',
  nothingRead: () => '这里还没有读取过您可以查看的文档。请先提交文档（`faultline ingest <文件夹>`）。',
  stillBeingRead: (files, more) =>
    `仍在读取、尚未查找：${files.join('、')}${more > 0 ? `等 ${files.length + more} 个文件` : ''}。读完后请再问。`,
  nothingFound: () => '没有找到能回答此问题的内容。请换一种说法，或使用文档中的名称或代码。',
  readUnsurely: () => '最接近的内容由图像识别得出，置信度不足，不能作为数值使用。请与原页图像核对。',
  readFromScan: (confidence) => `由扫描件识别，置信度 ${Math.round(confidence * 100)} %`,
  repairedSign: (recognised, text) => `识别为“${recognised}”，按“${text}”理解`,
  onlyNear: (what, lost) =>
    `${what === '' ? '' : `没有文档提到“${what}”。`}${lost.length === 0 ? '' : `引文没有一处提到所问的全部内容，未提到：${lost.map((one) => `“${one}”`).join('、')}。`}没有找到能确定回答此问题的内容。最接近的内容见所列引文，是否回答了问题请自行判断。`,
  falsePremise: () => '问题的前提与文档不符，文档的说法见引文。',
  damagedSource: (titles) =>
    `${titles.map((title) => `《${title}》`).join('、')}中与此有关的内容在存储后被改动或损坏，与读取时不一致，因此不作回答。请重新读取或重新发送该文档，或恢复备份。`,
  unreadEnd: (document, name) => `《${document}》中的“${name}”太长，未能读到末尾，步骤或警告可能不全，因此不作回答；请直接查阅该文档。`,
  nothingAbout: (what, nearest) =>
    `${what === '' ? '文档没有回答此问题。' : `文档中没有关于“${what}”的内容。`}${nearest ? '最接近的内容见所列引文。' : ''}`,
  noProcedure: (asked) => `文档中没有关于“${asked}”的步骤。`,
  severalProcedures: (asked, titles) => `“${asked}”可能指不止一份步骤：${titles.join('；')}。`,
  noIsolationSteps: () =>
    '文档只给出这些隔离点，没有给出隔离步骤。隔离点清单不是作业步骤：作业前，如何验明无能量、如何确认设备不能启动，须另有规程规定。',
  stepsForOthers: (titles) => `只有针对其他设备的步骤：${titles.join('；')}。`,
  onlyForOthers: (owners, asked) =>
    `文档中只有${owners.length > 0 ? owners.join('、') : '其他设备'}的相关内容，没有 ${asked.join('、')} 的。`,
  faultsOfOthers: (owners, asked) =>
    `文档中没有${asked.join('、')}的故障表。此类故障只见于其他设备：${owners.join('、')}，其原因不作为${asked.join('、')}的原因列出。`,
  unknownCode: (code, near) => `文档中没有 ${code}。${near.length === 0 ? '' : `相近的有：${near.join('、')}。`}`,
  understood: (question, kept) => `理解为“${question}”：${kept.map(({ kind, text }) => `${KEPT[kind]}“${text}”`).join('、')}取自本次对话。`,
  unclear: (several) => (several ? '前面提到了不止一个对象，无法确定指的是哪一个。' : '从前面的问题看不出所问的是什么，请写明。'),
  earlierOrders: () => '没有文档说明此故障。该设备以往出现同样故障时，记录如下：',
  noCauses: () => '没有找到列出此故障原因的故障表或报警表。请按文件中的说法给出故障现象或代码，或者直接提问。',
  allRuledOut: () => '文件列出的原因均已排除，找到的文件中没有写明真正的原因。',
  noCheckLeft: () => '检查都已做过，仍有不止一个可能的原因。',
  spent: ({ currency, spent, budget, calls, notMade, notMadeMost }) => {
    const bound = budget === undefined ? '' : `（上限 ${budget} ${currency}）`;
    const left = notMade === 0 ? '' : `；因可能超出预算而未调用 ${notMade} 次，最多需 ${notMadeMost} ${currency}`;
    return `语言模型：花费 ${spent} ${currency}${bound}，调用 ${calls} 次${left}`;
  },
  worded: ({ model, said, kept, cut, quoted }) =>
    `${kept === 0 ? `以下为文档原文：${model} 的 ${said} 句均不成立。` : `由 ${model} 组织语言：${said} 句中有 ${kept} 句通过核对。`}${cut === 0 ? '' : `因来源没有这样说而略去 ${cut} 句，其中 ${quoted} 句改为引用原文。`}`,
  originNotice: (origin) =>
    origin === 'model'
      ? 'AI生成：标有“AI生成”的句子由语言模型根据所引文档撰写并经程序核对，其余为原文引用或程序计算。'
      : '引用：文字摘自所引文档，数字与说明由程序给出，没有语言模型撰写的内容。',
  drawnFromText: () => '本图按读取的文字重新排版，不是原件的影印。',
  diagnosis: {
    causes: '文件列出的原因',
    next: '下一步检查',
    lookFor: (causes) => `是否为：${causes.join('；')}？`,
    effort: { look: '查看即可', measure: '需要测量', handle: '需停机动手', dismantle: '需要拆卸' },
    standing: { open: '待查', found: '已确认', 'ruled-out': '已排除', 'not-checked': '未查' },
    asListed: '按文件中的顺序',
    remedy: '处理',
    procedure: '作业步骤',
    seen: '已检查的内容',
    outcome: { found: '是', 'not-found': '不是', unclear: '无法判断' },
    states: { open: '尚未查明', found: '已查明原因', exhausted: '文件列出的原因均已排除' },
    earlier: (atLeast) => `以往工单中至少见于 ${atLeast} 条`,
  },
  headings: {
    answered: '回答',
    clarify: '您指的是哪一个?',
    nearest: '没有确定的回答，最接近的内容如下',
    abstained: '无法回答',
    safety: '安全',
    conflict: '另一份文件说法不同',
    sources: '来源',
    computed: '计算自',
    rows: '行',
    corrected: '人工更正',
    generated: 'AI生成',
  },
};
