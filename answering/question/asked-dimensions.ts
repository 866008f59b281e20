import { type Dimension, fold } from '../../kernel/index.ts';

/** Wordings that leave no doubt which kind is asked for; where one stands, the softer words below say nothing. */
const PLAIN: readonly (readonly [Dimension, RegExp])[] = [
  [
    'time',
    /\bhow (?:often|long|frequently)\b|\binterval\b|\bafter how many hours\b|多久|多长时间|间隔多|周期|每隔多|多少小时|多少个?月|多少天/u,
  ],
  ['torque', /\btorque|\bhow tight|tightened to|扭矩|力矩|扭力|多紧/u],
  ['temperature', /\bhow (?:hot|cold|warm)\b|几度|多热|多少度/u],
  ['mass', /\bhow heavy\b|多重/u],
  ['rotational-speed', /\bhow fast\b|多快/u],
];

/** Words by which people ask for a value of some physical kind, on folded text. */
const DIMENSION_WORDS: readonly (readonly [Dimension, RegExp])[] = [
  ['torque', /torque|\btight(?:en|ened|ly|ening)?\b|扭矩|力矩|扭力|拧紧|拧到|紧固/u],
  ['pressure', /pressure|压力|压强|压差|真空度/u],
  ['temperature', /temperature|\bhow (?:hot|cold|warm)\b|\btemp\b|温度|多热|几度|温升|油温|水温/u],
  ['volume-flow', /\bflow\b|flow ?rate|\bcapacity\b|throughput|delivery rate|流量|排量/u],
  ['rotational-speed', /\bspeed\b|\brpm\b|how fast|转速|速度/u],
  ['voltage', /voltage|\bvolts?\b|电压/u],
  ['current', /\bcurrent\b|\bamps?\b|amperes?|电流/u],
  ['power', /\bpower\b|\bkilowatts?\b|功率/u],
  ['frequency', /\bfrequency\b|\bhertz\b|频率/u],
  ['velocity', /vibration|velocity|振动|震动|振速|流速|速度/u],
  ['sound-level', /noise|sound|噪声|噪音|声压/u],
  ['mass', /weight|\bmass\b|how heavy|重量|质量|多重|净重/u],
  [
    'volume',
    /volume|\bhow much (?:\S+ )?(?:oil|grease|coolant|fluid|water|lubricant)\b|\bquantity\b|oil (?:quantity|charge|fill)|litres|liters|容量|容积|体积|油量|水量|加多少|加注量|注油量|用量/u,
  ],
  [
    'length',
    /clearance|\bgap\b|length|distance|diameter|thickness|width|height|depth|run-?out|misalignment|alignment|\bhead\b|npsh|deflection|backlash|end play|float|tolerance|间隙|长度|距离|直径|厚度|宽度|高度|深度|跳动|偏差|对中|同心度|扬程|汽蚀余量|磨损量|尺寸|公差|轴向窜动/u,
  ],
  [
    'time',
    /how (?:long|often|frequently)|interval|period|duration|\bevery\b|hours?\b|days?\b|months?\b|delay|\btime\b|when (?:must|should|is|are)|多久|多长时间|间隔|周期|时间|几小时|几个月|多少小时|每隔|延时|时长|寿命/u,
  ],
  ['ratio', /percent|efficiency|humidity|ratio|slip|opening|百分|效率|湿度|浓度|比例|开度|含量/u],
  ['viscosity', /viscosity|粘度|黏度/u],
  ['mass', /grease (?:quantity|amount)|油脂量|注脂量|脂量|how much grease/u],
  ['resistance', /resistance|电阻|绝缘/u],
  ['money', /\bcosts?\b|\bprice\b|费用|价格|成本|多少钱/u],
  ['density', /density|密度/u],
  ['force', /\bforce\b|\btension\b|作用力|张力|拉力/u],
  ['concentration', /concentration|浓度/u],
  ['angle', /\bangle\b|角度/u],
];

/** Physical kinds that the value asked for may have; empty when the words do not tell. */
export function askedDimensions(text: string): Dimension[] {
  const folded = fold(text);
  const plain = PLAIN.filter(([, pattern]) => pattern.test(folded)).map(([dimension]) => dimension);
  if (plain.length > 0) return plain;
  return [...new Set(DIMENSION_WORDS.filter(([, pattern]) => pattern.test(folded)).map(([dimension]) => dimension))];
}

/** Words that add nothing to the kind: a flow rate is a flow. */
const EMPTY_WORDS = /\b(?:rate|value|limit|level|size|amount|setting|set|required?|rated|nominal)s?\b|值|限值|大小|数值|额定|标称|规定/gu;

/** Whether a text holds words of a physical kind and nothing that narrows them down. */
export function namesDimensionOnly(text: string): boolean {
  let rest = fold(text);
  for (const [, pattern] of [...PLAIN, ...DIMENSION_WORDS]) rest = rest.replace(new RegExp(pattern.source, 'gu'), ' ');
  return !/[\p{L}\p{N}]/u.test(rest.replace(EMPTY_WORDS, ' '));
}
