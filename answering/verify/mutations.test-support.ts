import { findQuantities } from '../../kernel/index.ts';
import { siteGrammar } from '../../ontology/index.ts';
import type { SourceText } from './source-text.ts';

const GRAMMAR = siteGrammar([]);

/** One labelled edit of a sentence; undefined where the sentence has nothing to edit. */
export type Mutation = (text: string) => string | undefined;

const swap =
  (pairs: readonly (readonly [RegExp, string])[]): Mutation =>
  (text) => {
    for (const [pattern, replacement] of pairs) if (pattern.test(text)) return text.replace(pattern, replacement);
    return undefined;
  };

/** The first measured value of a text, rewritten. */
const value =
  (rewrite: (digits: string) => string | undefined): Mutation =>
  (text) => {
    const mention = findQuantities(text, GRAMMAR).find(({ quantity }) => quantity.dimension !== 'none' && quantity.low === quantity.high);
    if (mention === undefined) return undefined;
    const written = text.slice(mention.start, mention.end);
    const digits = /\d+(?:\.\d+)?/.exec(written)?.[0];
    const changed = digits === undefined ? undefined : rewrite(digits);
    if (digits === undefined || changed === undefined || Number(changed) === Number(digits)) return undefined;
    return text.slice(0, mention.start) + written.replace(digits, changed) + text.slice(mention.end);
  };

const scaled = (factor: number) => (digits: string) => {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return (Number(digits) * factor).toFixed(Math.max(decimals, Number(digits) < 20 ? 1 : 0));
};

/** Edits that change what a sentence says: the gate has to notice each. */
export const MEANING_CHANGES: Readonly<Record<string, Mutation>> = {
  'value plus ten percent': value(scaled(1.1)),
  'value minus ten percent': value(scaled(0.9)),
  'digits transposed': value((digits) =>
    digits.length > 1 && !digits.includes('.') ? `${digits.slice(0, -2)}${digits.at(-1)}${digits.at(-2)}` : undefined,
  ),
  'unit swapped': swap([
    [/N·m/u, 'kgf·m'],
    [/(?<=\d )bar\b/u, 'MPa'],
    [/°C/u, '°F'],
    [/℃/u, '°F'],
    [/mm\/s/u, 'm/s'],
    [/(?<=\d )mm\b/u, 'cm'],
    [/(?<=\d )h\b/u, 'min'],
    [/(?<=\d )m³\/h/u, 'L/min'],
    [/(?<=\d )kW/u, 'W'],
  ]),
  'identifier edited': (text) => {
    const [code] = GRAMMAR.find(text);
    if (code === undefined) return undefined;
    const written = code.identifier.text;
    const changed = written.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 3) % 10));
    return changed === written ? undefined : text.slice(0, code.start) + changed + text.slice(code.end);
  },
  'comparator flipped': swap([
    [/must not exceed|does not exceed/u, 'must be at least'],
    [/\bat least\b/u, 'at most'],
    [/\babove\b/u, 'below'],
    [/不得超过|不超过/u, '不低于'],
    [/高于/u, '低于'],
    [/不低于/u, '不超过'],
  ]),
  'modality flipped': swap([
    [/\bmust not\b/u, 'may'],
    [/\bNever (\w)/u, 'You may $1'],
    [/\bDo not (\w)/u, 'You may $1'],
    [/严禁|禁止|不得(?!超过)|切勿/u, '可以'],
    [/必须/u, '可以'],
    [/\bmust be\b/u, 'may be'],
  ]),
  'negation added': swap([
    [/\bmust be\b/u, 'must not be'],
    [/必须/u, '不得'],
    [/须(?!佩)/u, '不得'],
  ]),
  'opposite state': swap([
    [/\bClose\b/u, 'Open'],
    [/\bOpen\b/u, 'Close'],
    [/\bopen\b/u, 'close'],
    [/关闭/u, '打开'],
    [/打开/u, '关闭'],
    [/拧紧/u, '拧松'],
    [/\bclockwise\b/u, 'counterclockwise'],
    [/逆时针/u, '顺时针'],
  ]),
  'cause and effect swapped': (text) => {
    const english = /^(.+?) (?:is caused by) (.+?)\.$/u.exec(text);
    if (english !== null) return `${english[2]} is caused by ${english[1]}.`;
    const chinese = /^(.+?)导致(.+?)。$/u.exec(text);
    return chinese === null ? undefined : `${chinese[2]}导致${chinese[1]}。`;
  },
  'order swapped': (text) => {
    const english = /^(.+?) before (.+?)\.$/u.exec(text);
    if (english !== null && !/must|wait/i.test(text)) return `${english[2]} before ${english[1]}.`;
    const chinese = /^先(.+?)，再(.+?)。$/u.exec(text);
    return chinese === null ? undefined : `先${chinese[2]}，再${chinese[1]}。`;
  },
  'sentence invented': (text) =>
    /\p{sc=Han}/u.test(text)
      ? '该部件由供应商在交货前涂有特殊防护漆并附有检验证书。'
      : 'The supplier paints this part with a special coating before delivery.',
};

/** Edits that leave the meaning as it is: the gate must not object. */
export const MEANING_KEPT: Readonly<Record<string, Mutation>> = {
  'as it stands': (text) => text,
  'other case and spacing': (text) =>
    /\p{sc=Han}/u.test(text)
      ? text.replace(/ /g, '')
      : text
          .toUpperCase()
          .replace(/M³/g, 'm³')
          .replace(/N·M/g, 'N·m')
          .replace(/MM\/S/g, 'mm/s')
          .replace(/(?<=\d )(BAR|MM|KW|H)\b/g, (unit) => unit.toLowerCase().replace('kw', 'kW')),
  'full width digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'unit converted': (text) => {
    const found = /(\d+(?:\.\d+)?) bar\b/u.exec(text);
    if (found !== null) return text.replace(found[0], `${Number(((Number(found[1]) * 1e5) / 1e6).toFixed(4))} MPa`);
    const hours = /(\d+) h\b/u.exec(text);
    return hours !== null && Number(hours[1]) % 24 === 0 ? text.replace(hours[0], `${Number(hours[1]) / 24} d`) : undefined;
  },
  'final stop dropped': (text) => (/[.。]$/u.test(text) ? text.slice(0, -1) : undefined),
  'list mark before it': (text) => `- ${text}`,
};

const sentence = (id: string, text: string, context = ''): SourceText => ({ id, text, context });

/** Sentences as manuals write them, zh and en. */
export const SOURCES: readonly SourceText[] = [
  sentence('en-torque', 'Tighten the casing bolts of P-101A to 185 N·m.'),
  sentence('en-limit', 'The pressure in the loop must not exceed 10 bar.'),
  sentence('en-level', 'The level in TK-103 must be at least 25 %.'),
  sentence('en-alarm', 'Alarm A-114 is raised when the bearing temperature is above 82 °C.'),
  sentence('en-interval', 'Clean the strainer basket every 1200 h.'),
  sentence('en-dry', 'Never run the pump without water.'),
  sentence('en-lift', 'Do not lift the skid at the eye bolt of motor M-101A.'),
  sentence('en-valve', 'Close suction valve HV-1011A and drain the casing.'),
  sentence('en-guard', 'The guard must be locked during operation.'),
  sentence('en-cause', 'Cavitation is caused by low suction pressure.'),
  sentence('en-order', 'Vent the casing before starting the motor.'),
  sentence('en-turn', 'Turn the adjusting screw clockwise by hand.'),
  sentence('en-vibration', 'The pump is stopped when the vibration is above 7.1 mm/s.'),
  sentence('en-flow', 'The rated flow of P-101B is 56 m³/h.'),
  sentence('zh-torque', '将 P-101A 的泵壳螺栓拧紧至 185 N·m。'),
  sentence('zh-limit', '回路压力不得超过 10 bar。'),
  sentence('zh-level', 'TK-103 液位不低于 25 %。'),
  sentence('zh-alarm', '轴承温度高于 82 ℃ 时触发报警 A-114。'),
  sentence('zh-interval', '每 1200 h 清洗一次滤篮。'),
  sentence('zh-dry', '严禁泵无水运转。'),
  sentence('zh-guard', '运行期间护罩必须上锁。'),
  sentence('zh-valve', '关闭吸入阀 HV-1011A，排空泵壳。'),
  sentence('zh-cause', '吸入压力过低导致汽蚀。'),
  sentence('zh-order', '先排气，再启动电机。'),
  sentence('zh-turn', '用手逆时针转动调节螺钉。'),
  sentence('zh-vibration', '振动高于 7.1 mm/s 时停泵。'),
  sentence('zh-flow', 'P-101B 的额定流量为 56 m³/h。'),
];
