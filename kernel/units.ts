import type { Dimension } from './quantity.ts';

/** A unit: `si = value × factor + offset`, in the SI unit of the dimension (rotational speed in turns a second). */
export interface UnitOfMeasure {
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
  /** Not convertible into other units of its dimension: a currency, a shift whose length the plant decides. */
  readonly alone: boolean;
}

type Row = readonly [symbol: string, factor: number, aliases: string, offset?: number];

/**
 * Units by dimension; aliases are separated by blanks, `_` stands for a blank inside one. `·` also covers `.`, `-`, `*`, a
 * blank and nothing; `²`, `³` and `⁻¹` also cover `2`, `^2` and so on. Factors: SI brochure 9, NIST SP 811.
 */
const ROWS: Partial<Record<Dimension, readonly Row[]>> = {
  length: [
    ['mm', 1e-3, '㎜ 毫米 公厘 millimetre millimetres millimeter millimeters'],
    ['cm', 1e-2, '㎝ 厘米 公分 centimetre centimetres centimeter centimeters'],
    ['dm', 1e-1, '分米'],
    ['m', 1, '米 metre metres meter meters'],
    ['km', 1e3, '㎞ 公里 千米 kilometre kilometres kilometer kilometers'],
    ['μm', 1e-6, 'um ㎛ 微米 micron microns micrometre micrometres micrometer micrometers'],
    ['nm', 1e-9, '纳米'],
    ['丝', 1e-5, '忽米'],
    ['in', 0.0254, '″ " 英寸 inch inches'],
    ['ft', 0.3048, '英尺 foot feet'],
    ['yd', 0.9144, '码 yard yards'],
    ['mil', 2.54e-5, 'mils 密耳'],
    ['mile', 1609.344, 'miles 英里'],
  ],
  area: [
    ['mm²', 1e-6, '㎟ 平方毫米 sq_mm'],
    ['cm²', 1e-4, '㎠ 平方厘米'],
    ['m²', 1, '㎡ 平方米 平米 sq_m'],
    ['in²', 6.4516e-4, 'sq_in 平方英寸'],
    ['ft²', 0.09290304, 'sq_ft 平方英尺'],
  ],
  volume: [
    ['m³', 1, '㎥ 立方米 立方 cubic_metres cubic_meters'],
    ['cm³', 1e-6, 'cc 立方厘米'],
    ['mm³', 1e-9, '立方毫米'],
    ['L', 1e-3, 'l 升 公升 litre litres liter liters ltr'],
    ['mL', 1e-6, 'ml 毫升 millilitre millilitres milliliter milliliters'],
    ['gal', 3.785411784e-3, '加仑 gallon gallons'],
    ['ft³', 0.028316846592, 'cu_ft 立方英尺'],
    ['in³', 1.6387064e-5, 'cu_in'],
    ['qt', 9.46352946e-4, 'quart quarts'],
  ],
  mass: [
    ['kg', 1, 'kgs ㎏ 千克 公斤 kilogram kilograms'],
    ['g', 1e-3, '克 gram grams'],
    ['mg', 1e-6, '毫克 milligram milligrams'],
    ['t', 1e3, '吨 tonne tonnes tons ton'],
    ['lb', 0.45359237, 'lbs 磅 pound pounds'],
    ['oz', 0.028349523125, '盎司 ounce ounces'],
  ],
  force: [
    ['N', 1, '牛 牛顿 newton newtons'],
    ['kN', 1e3, '千牛'],
    ['MN', 1e6, ''],
    ['daN', 10, ''],
    ['kgf', 9.80665, '公斤力 千克力'],
    ['lbf', 4.4482216152605, '磅力'],
  ],
  torque: [
    ['N·m', 1, 'NM Ｎｍ 牛·米 牛顿·米 牛米 newton·metre newton·metres newton·meter newton·meters'],
    ['kN·m', 1e3, '千牛·米'],
    ['N·cm', 1e-2, '牛·厘米'],
    ['N·mm', 1e-3, '牛·毫米'],
    ['mN·m', 1e-3, '毫牛·米'],
    ['kgf·m', 9.80665, '公斤力·米 公斤·米 千克力·米 kg·m'],
    ['kgf·cm', 0.0980665, '公斤·厘米 kg·cm'],
    ['ft·lb', 1.3558179483314, 'ft·lbf ft·lbs lb·ft lbf·ft lbs·ft foot·pounds foot·pound pound·feet 英尺·磅 磅·英尺'],
    ['in·lb', 0.1129848290276, 'in·lbf in·lbs lb·in lbf·in inch·pounds inch·pound 英寸·磅 磅·英寸'],
  ],
  pressure: [
    ['Pa', 1, '帕 帕斯卡 N/m²'],
    ['hPa', 1e2, '百帕'],
    ['kPa', 1e3, '千帕 kPag kPaG kPaA kPa(g) kPa(G)'],
    ['MPa', 1e6, '兆帕 N/mm² MPag MPaG MPaA MPa(g) MPa(G)'],
    ['GPa', 1e9, ''],
    ['bar', 1e5, 'bars 巴 barg bara bar(g) bar(a) bar_g bar_a bar(G) barG'],
    ['mbar', 1e2, '毫巴'],
    ['psi', 6894.757293168, 'psig psia lb/in² lbf/in² 磅/平方英寸 p.s.i.'],
    ['kgf/cm²', 98066.5, 'kg/cm² 公斤/平方厘米 公斤力/平方厘米'],
    ['atm', 101325, '标准大气压'],
    ['mmHg', 133.322387415, 'Torr torr 毫米汞柱'],
    ['inHg', 3386.389, ''],
    ['mmH₂O', 9.80665, 'mmH2O 毫米水柱 mmWC'],
    ['mH₂O', 9806.65, 'mH2O 米水柱 mWC'],
  ],
  temperature: [
    ['°C', 1, '℃ deg·C degC 摄氏度 degrees_C degrees_Celsius degree_Celsius Celsius', 273.15],
    ['°F', 5 / 9, '℉ deg·F degF 华氏度 degrees_F degrees_Fahrenheit degree_Fahrenheit Fahrenheit', 459.67 * (5 / 9)],
  ],
  'temperature-difference': [['K', 1, '开尔文 kelvin kelvins']],
  time: [
    ['h', 3600, 'hr hrs 小时 个小时 钟头 hour hours H'],
    ['min', 60, 'mins 分钟 分 minute minutes'],
    ['s', 1, 'sec secs 秒 秒钟 second seconds'],
    ['ms', 1e-3, '毫秒 millisecond milliseconds msec'],
    ['μs', 1e-6, 'us 微秒 microsecond microseconds'],
    ['d', 86400, '天 日 day days'],
    ['week', 604800, 'weeks wk wks 周 星期 个星期 礼拜'],
    ['month', 2629800, 'months mo mth 个月 月 个月份'],
    ['quarter', 7889400, 'quarters 季度 个季度'],
    ['year', 31557600, 'years yr yrs 年'],
  ],
  cycles: [['cycle', 1, 'cycles 次 循环 个循环 times strokes stroke 周期 个周期 回']],
  frequency: [
    ['Hz', 1, '赫兹 赫 hertz'],
    ['kHz', 1e3, '千赫 千赫兹'],
    ['MHz', 1e6, '兆赫 兆赫兹'],
    ['GHz', 1e9, '吉赫'],
    ['cycles/min', 1 / 60, 'cpm 次/分 次/分钟 次/min times/min strokes/min spm'],
    ['cycles/h', 1 / 3600, '次/小时 次/h times/h starts/h'],
  ],
  'rotational-speed': [
    ['r/min', 1 / 60, 'rpm RPM rev/min 转/分 转/分钟 转每分 转每分钟 转/min min⁻¹ 1/min revolutions_per_minute revs/min'],
    ['r/s', 1, 'rps 转/秒 rev/s s⁻¹'],
  ],
  velocity: [
    ['m/s', 1, '米/秒 米每秒 metres_per_second meters_per_second'],
    ['mm/s', 1e-3, '毫米/秒 mm/sec mm/s_RMS mm/s_rms'],
    ['cm/s', 1e-2, '厘米/秒'],
    ['m/min', 1 / 60, '米/分 米/分钟'],
    ['mm/min', 1e-3 / 60, '毫米/分 毫米/分钟'],
    ['km/h', 1 / 3.6, '公里/小时 千米/小时 km/hr kph'],
    ['mph', 0.44704, '英里/小时'],
    ['in/s', 0.0254, 'ips in/sec'],
    ['ft/min', 0.00508, 'fpm'],
  ],
  acceleration: [
    ['m/s²', 1, '米/秒²'],
    ['mm/s²', 1e-3, ''],
  ],
  'volume-flow': [
    [
      'm³/h',
      1 / 3600,
      'm³/hr m³/hour ㎥/h 立方米/小时 立方米/时 立方/小时 方/小时 Nm³/h Sm³/h cubic_metres_per_hour cubic_meters_per_hour',
    ],
    ['m³/min', 1 / 60, '立方米/分 立方米/分钟 Nm³/min'],
    ['m³/s', 1, '立方米/秒'],
    ['m³/d', 1 / 86400, 'm³/day 立方米/天'],
    ['L/min', 1e-3 / 60, 'l/min LPM lpm 升/分 升/分钟 litres_per_minute liters_per_minute'],
    ['L/s', 1e-3, 'l/s 升/秒 litres_per_second liters_per_second'],
    ['L/h', 1e-3 / 3600, 'l/h L/hr l/hr 升/小时'],
    ['mL/min', 1e-6 / 60, 'ml/min 毫升/分 毫升/分钟'],
    ['gal/min', 3.785411784e-3 / 60, 'gpm GPM USgpm'],
    ['ft³/min', 0.028316846592 / 60, 'cfm CFM scfm SCFM'],
  ],
  'mass-flow': [
    ['kg/h', 1 / 3600, 'kg/hr 千克/小时 公斤/小时'],
    ['kg/s', 1, '千克/秒'],
    ['kg/min', 1 / 60, ''],
    ['t/h', 1e3 / 3600, '吨/小时'],
    ['lb/h', 0.45359237 / 3600, 'lb/hr'],
  ],
  voltage: [
    ['V', 1, '伏 伏特 volt volts VDC VAC Vdc Vac V_AC V_DC V·AC V·DC'],
    ['mV', 1e-3, '毫伏 mVDC'],
    ['kV', 1e3, '千伏'],
  ],
  current: [
    ['A', 1, '安 安培 amp amps ampere amperes A_AC A_DC'],
    ['mA', 1e-3, '毫安 mAdc'],
    ['μA', 1e-6, 'uA 微安'],
    ['kA', 1e3, '千安'],
  ],
  resistance: [
    ['Ω', 1, '欧姆 欧 ohm ohms'],
    ['mΩ', 1e-3, '毫欧 milliohm milliohms'],
    ['kΩ', 1e3, '千欧 kohm kohms kiloohm kiloohms'],
    ['MΩ', 1e6, '兆欧 Mohm Mohms megohm megohms'],
    ['GΩ', 1e9, ''],
  ],
  capacitance: [
    ['μF', 1e-6, 'uF 微法'],
    ['nF', 1e-9, '纳法'],
    ['pF', 1e-12, '皮法'],
    ['mF', 1e-3, ''],
  ],
  power: [
    ['W', 1, '瓦 瓦特 watt watts'],
    ['kW', 1e3, '千瓦 kilowatt kilowatts'],
    ['MW', 1e6, '兆瓦 megawatt megawatts'],
    ['mW', 1e-3, '毫瓦'],
    ['HP', 745.6998715823, 'hp bhp BHP 英制马力 horsepower'],
    ['PS', 735.49875, '马力'],
    ['BTU/h', 0.29307107, 'Btu/h BTU/hr'],
  ],
  'apparent-power': [
    ['VA', 1, '伏安'],
    ['kVA', 1e3, '千伏安'],
    ['MVA', 1e6, '兆伏安'],
  ],
  energy: [
    ['J', 1, '焦 焦耳 joule joules'],
    ['kJ', 1e3, '千焦'],
    ['MJ', 1e6, '兆焦'],
    ['Wh', 3600, 'W·h 瓦时'],
    ['kWh', 3.6e6, 'kW·h 千瓦时'],
    ['MWh', 3.6e9, 'MW·h 兆瓦时'],
    ['kcal', 4186.8, '千卡 大卡'],
    ['BTU', 1055.05585262, 'Btu'],
  ],
  charge: [
    ['Ah', 3600, 'A·h 安时'],
    ['mAh', 3.6, 'mA·h 毫安时'],
  ],
  viscosity: [
    ['cSt', 1e-6, '厘斯 mm²/s'],
    ['mPa·s', 1e-3, '毫帕·秒 cP cps'],
    ['Pa·s', 1, '帕·秒'],
  ],
  density: [
    ['kg/m³', 1, '千克/立方米 公斤/立方米'],
    ['g/cm³', 1e3, '克/立方厘米 g/mL g/ml'],
    ['mg/m³', 1e-6, '毫克/立方米'],
    ['mg/L', 1e-3, 'mg/l 毫克/升'],
    ['g/L', 1, 'g/l 克/升'],
  ],
  'sound-level': [['dB', 1, 'dB(A) dBA dB(C) 分贝 decibel decibels']],
  ratio: [
    ['%', 1e-2, 'percent per_cent pct 个百分点 %RH %_RH'],
    ['‰', 1e-3, ''],
  ],
  angle: [
    ['°', Math.PI / 180, 'deg degs degree degrees 度 角度'],
    ['rad', 1, '弧度 radians'],
  ],
  concentration: [
    ['ppm', 1e-6, 'PPM'],
    ['mg/kg', 1e-6, '毫克/千克 毫克/公斤'],
    ['ppb', 1e-9, ''],
  ],
  data: [
    ['B', 1, 'bytes byte 字节'],
    ['KB', 1024, 'kB KiB'],
    ['MB', 1048576, 'MiB'],
    ['GB', 1073741824, 'GiB'],
    ['TB', 1099511627776, 'TiB'],
  ],
};

/** Units that no other unit of their dimension converts to. */
const ALONE: Partial<Record<Dimension, readonly Row[]>> = {
  time: [['shift', 28800, '班 个班 班次 shifts']],
  money: [
    ['CNY', 1, '元 人民币 RMB ¥ ￥ yuan'],
    ['万元', 1e4, ''],
    ['USD', 1, '$ US$ 美元 dollar dollars'],
    ['EUR', 1, '€ 欧元 euro euros'],
    ['GBP', 1, '£ 英镑'],
  ],
  none: [
    ['M', 1, ''],
    ['DN', 1, ''],
    ['PN', 1, ''],
    ['IP', 1, ''],
    ['IK', 1, ''],
    ['NPS', 1, ''],
    ['bit/s', 1, 'bps bit/sec'],
    ['kbit/s', 1e3, 'kbps Kbps'],
    ['Mbit/s', 1e6, 'Mbps'],
    ['baud', 1, 'Bd 波特'],
    ['pH', 1, ''],
    ['px', 1, 'pixel pixels 像素'],
  ],
};

/** Characters that, after a Chinese unit, show that the unit is the head of another word. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  安: '全装放置排',
  分: '之别为成布离配析级开类支路贝段子解度组项',
  日: '期常志历',
  月: '份',
  回: '路油流水程转收复位到',
  次: '级要数品',
  升: '高级温压降起',
  天: '然线车',
  克: '服',
  方: '向法可式便案形',
  元: '件素器',
  周: '期围边',
  班: '组长',
  丝: '杠扣锥印',
  瓦: '斯',
  磅: '秤',
  度: '数',
  秒: '表',
  年: '度检',
  米: '字',
  巴: '氏',
  码: '头',
  循环: '水泵管油冷',
  周期: '性',
};

/** Aliases that in other letter case are mostly other words. */
const EXACT_CASE = new Set(['cP', 'cps', 'PS', 'MN', 'pH', 'Bd', 'mo', 'us', 'pF', 'nF', 'mF', 'mil', 'IK', 'IP', 'PN', 'DN', 'NPS', 'in']);

const SUPERSCRIPTS: readonly (readonly [string, readonly string[]])[] = [
  ['⁻¹', ['-1', '^-1']],
  ['²', ['2', '^2']],
  ['³', ['3', '^3']],
];
const JOINTS = ['·', '.', '-', '*', ' ', ''];

const EXACT: ReadonlyMap<string, UnitOfMeasure> = buildExact();
const ANY_CASE: ReadonlyMap<string, UnitOfMeasure> = buildAnyCase(EXACT);
const LONGEST = Math.max(...[...EXACT.keys()].map((alias) => alias.length));

/** Unit of an alias that fills the whole text, width-folded: exact case first, then any case where only one unit is meant. */
export function unitOf(alias: string): UnitOfMeasure | undefined {
  return EXACT.get(alias) ?? (alias.length > 1 ? ANY_CASE.get(alias.toLowerCase()) : undefined);
}

/** Longest alias that starts at `at` in width-folded text and does not break a word. */
export function unitAt(text: string, at: number): { readonly unit: UnitOfMeasure; readonly end: number } | undefined {
  for (let end = Math.min(text.length, at + LONGEST); end > at; end -= 1) {
    if (breaksWord(text, at, end)) continue;
    const unit = unitOf(text.slice(at, end));
    if (unit !== undefined) return { unit, end };
  }
  return undefined;
}

/** Latin units end where the word ends; Chinese ones unless the next character makes another word of it (`3 安装` is no ampere). */
function breaksWord(text: string, start: number, end: number): boolean {
  const next = text.charAt(end);
  if (/[A-Za-zμΩ]/.test(text.charAt(end - 1))) return /[A-Za-z0-9μΩ_²³]/.test(next);
  const words = OTHER_WORDS[text.slice(start, end)];
  return words !== undefined && next !== '' && words.includes(next);
}

function buildExact(): Map<string, UnitOfMeasure> {
  const units = new Map<string, UnitOfMeasure>();
  for (const [table, alone] of [
    [ROWS, false],
    [ALONE, true],
  ] as const) {
    for (const [dimension, rows] of Object.entries(table) as [Dimension, readonly Row[]][]) {
      for (const [symbol, factor, aliases, offset = 0] of rows) {
        const unit: UnitOfMeasure = { symbol, dimension, factor, offset, alone };
        for (const alias of [symbol, ...aliases.split(' ')]) {
          for (const form of variants(alias.replaceAll('_', ' '))) if (form !== '' && !units.has(form)) units.set(form, unit);
        }
      }
    }
  }
  return units;
}

function variants(alias: string): string[] {
  let forms = alias.includes('·') ? JOINTS.map((joint) => alias.replaceAll('·', joint)) : [alias];
  for (const [sign, plain] of SUPERSCRIPTS) {
    forms = forms.flatMap((form) => (form.includes(sign) ? [form, ...plain.map((digits) => form.replaceAll(sign, digits))] : [form]));
  }
  return forms;
}

/** Lower-cased aliases that mean one unit only: `Mpa` and `MPA` are MPa, `MW`/`mw` stays undecided. */
function buildAnyCase(exact: ReadonlyMap<string, UnitOfMeasure>): Map<string, UnitOfMeasure> {
  const found = new Map<string, UnitOfMeasure>();
  const ambiguous = new Set<string>();
  for (const [alias, unit] of exact) {
    if (EXACT_CASE.has(alias)) continue;
    const lower = alias.toLowerCase();
    const other = found.get(lower);
    if (other !== undefined && other !== unit) ambiguous.add(lower);
    found.set(lower, unit);
  }
  for (const alias of ambiguous) found.delete(alias);
  return found;
}
