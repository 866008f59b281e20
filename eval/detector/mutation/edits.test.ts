import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../datasets/index.ts';
import { MEANING_CHANGES, MEANING_KEPT } from './edits.ts';
import type { EditLanguage, RowStatement, SentenceStatement, Source, Statement, StepsStatement, Trial } from './statement.ts';

const NEIGHBOUR: Source = { id: 'b', text: 'The strainer is made of bronze and lies under the floor. 滤网为青铜制成，位于地板下面。' };

function sentence(language: EditLanguage, text: string): SentenceStatement {
  return { kind: 'sentence', file: 'a.md', part: 'development', language, text, sources: [{ id: 'a', text, context: 'Loom' }, NEIGHBOUR] };
}

function row(language: EditLanguage, columns: readonly string[], rows: readonly (readonly string[])[]): RowStatement {
  const sources = rows.map((cells, at): Source => {
    let start = 0;
    const placed = cells.map((text, place) => {
      const cell = { column: columns[place] ?? '', start, end: start + text.length };
      start += text.length + 1;
      return cell;
    });
    return { id: `row ${at}`, text: cells.join('\t'), cells: placed };
  });
  const [own, ...others] = sources;
  if (own === undefined) throw new Error('a row is needed');
  const cells = columns.map((column, place) => ({ column, text: rows[0]?.[place] ?? '' }));
  return { kind: 'row', file: 'a.csv', part: 'development', language, cells, sources: [own, ...others] };
}

function steps(language: EditLanguage, warning: string, ...all: readonly string[]): StepsStatement {
  const text = [warning, ...all.map((step, at) => `${at + 1}. ${step}`)].join('\n');
  return { kind: 'steps', file: 'a.md', part: 'development', language, steps: all, warning, sources: [{ id: 's', text }] };
}

const OTHERS = [
  { ...sentence('en', 'The dye bath is painted with green resin at the works.'), file: 'b.md' },
  { ...sentence('zh', '染缸出厂前涂有绿色树脂。'), file: 'b.md' },
];

function tried(kind: string, statement: Statement): Trial {
  const edit = MEANING_CHANGES[kind] ?? MEANING_KEPT[kind];
  const others = OTHERS.filter(({ language }) => language === statement.language);
  const trial = edit?.(statement, { random: createRandom(3, kind), others });
  if (trial === undefined) throw new Error(`${kind} does not fit`);
  return trial;
}

const said = (kind: string, statement: Statement) =>
  tried(kind, statement)
    .claims.map(({ text }) => text)
    .join(' | ');

const TABLE_EN = row(
  'en',
  ['Signal', 'Meaning'],
  [
    ['red lamp', 'yarn is torn'],
    ['blue lamp', 'cloth roller is full'],
  ],
);
const TABLE_ZH = row(
  'zh',
  ['信号', '含义'],
  [
    ['红灯', '纱线断裂'],
    ['蓝灯', '卷布辊已满'],
  ],
);
const STEPS_EN = steps('en', 'WARNING: The roller may turn by itself.', 'Stop the loom.', 'Lock the main switch.', 'Take the cover off.');
const STEPS_ZH = steps('zh', '警告：卷布辊可能自行转动。', '停下织机。', '锁定主开关。', '拆下护罩。');

describe('an edit that changes what is said', () => {
  it.each<[kind: string, statement: Statement, edited: RegExp]>([
    ['value', sentence('en', 'The belt is 40 mm wide.'), /^The belt is (?!40)\d+ mm wide\.$/u],
    ['value', sentence('zh', '皮带宽 40 毫米。'), /^皮带宽 (?!40)\d+ 毫米。$/u],
    ['digit swap', sentence('en', 'The belt is 45 mm wide.'), /^The belt is 54 mm wide\.$/u],
    ['digit swap', sentence('zh', '皮带宽 45 毫米。'), /^皮带宽 54 毫米。$/u],
    ['unit', sentence('en', 'The belt is 45 mm wide.'), /^The belt is 45 cm wide\.$/u],
    ['unit', sentence('zh', '皮带宽 45 毫米。'), /^皮带宽 45 厘米。$/u],
    ['identifier', sentence('en', 'Relay KX417 drives the fan.'), /^Relay KX(?!417)\d{3} drives the fan\.$/u],
    ['identifier', sentence('zh', '继电器 KX417 驱动风扇。'), /^继电器 KX(?!417)\d{3} 驱动风扇。$/u],
    ['comparator', sentence('en', 'Leave at least 20 mm free.'), /^Leave at most 20 mm free\.$/u],
    ['comparator', sentence('zh', '至少留出 20 毫米。'), /^至多留出 20 毫米。$/u],
    ['modality', sentence('en', 'The cover must be locked.'), /^The cover must not be locked\.$/u],
    ['modality', sentence('zh', '护罩必须锁定。'), /^护罩不得锁定。$/u],
    ['dropped warning', STEPS_EN, /^Stop the loom\. \| Lock the main switch\. \| Take the cover off\.$/u],
    ['dropped warning', STEPS_ZH, /^停下织机。 \| 锁定主开关。 \| 拆下护罩。$/u],
    ['step order', STEPS_EN, /^(?!Stop.*Lock.*Take)/u],
    ['step order', STEPS_ZH, /^(?!停.*锁.*拆)/u],
    ['cause and effect', sentence('en', 'A worn coupling causes strong vibration.'), /^Strong vibration causes a worn coupling\.$/u],
    ['cause and effect', sentence('zh', '联轴器磨损会导致强烈振动。'), /^强烈振动会导致联轴器磨损。$/u],
    ['asset', sentence('en', 'The motor is greased yearly.'), /^(?!The motor)/u],
    ['asset', sentence('zh', '电机每年加脂。'), /^(?!电机)/u],
    ['polarity', sentence('en', 'Open the valve slowly.'), /^Close the valve slowly\.$/u],
    ['polarity', sentence('zh', '缓慢打开阀门。'), /^缓慢关闭阀门。$/u],
    ['citation', sentence('en', 'The belt is 40 mm wide.'), /^The belt is 40 mm wide\.$/u],
    ['citation', sentence('zh', '皮带宽 40 毫米。'), /^皮带宽 40 毫米。$/u],
    ['added clause', sentence('en', 'The belt is 40 mm wide.'), /^The belt is 40 mm wide, and the dye bath is painted/u],
    ['added clause', sentence('zh', '皮带宽 40 毫米。'), /^皮带宽 40 毫米，并且染缸出厂前涂有绿色树脂。$/u],
    ['wrong row', TABLE_EN, /^Meaning of red lamp: cloth roller is full\.$/u],
    ['wrong row', TABLE_ZH, /^红灯的含义：卷布辊已满。$/u],
    ['wrong revision', sentence('en', 'Supported since version 2.4 of the program.'), /version 2\.(?!4)\d of/u],
    ['wrong revision', sentence('zh', '皮带宽 40 毫米。'), /^根据 [A-F] 版：皮带宽 40 毫米。$/u],
    ['dropped condition', sentence('en', 'If the lamp is red, the loom has to be stopped.'), /^The loom has to be stopped\.$/u],
    ['dropped condition', sentence('zh', '如果红灯亮起，应停下织机。'), /^应停下织机。$/u],
  ])('%s', (kind, statement, edited) => {
    expect(said(kind, statement)).toMatch(edited);
    expect(MEANING_CHANGES[kind]).toBeDefined();
  });

  it('leaves a value alone that another source holds', () => {
    const statement = sentence('en', 'The belt is 45 mm wide.');
    const shown = { ...statement, sources: [statement.sources[0], { id: 'c', text: 'The strap is 54 mm wide.' }] as const };
    expect(MEANING_CHANGES['digit swap']?.(shown, { random: createRandom(1), others: [] })).toBeUndefined();
  });

  it('cites another passage than the one it is from', () => {
    expect(tried('citation', sentence('en', 'The belt is 40 mm wide.')).claims[0]?.citations).toEqual(['b']);
  });

  it('names another revision than the one that the passage is of', () => {
    const { claims, sources } = tried('wrong revision', sentence('en', 'The belt is 40 mm wide.'));
    const named = /revision ([A-F])/u.exec(claims[0]?.text ?? '')?.[1];
    expect(named).toBeDefined();
    expect(sources[0]?.context).not.toContain(`revision ${named}`);
  });
});

describe('an edit that keeps what is said', () => {
  it.each<[kind: string, statement: Statement, edited: RegExp]>([
    ['unit converted', sentence('en', 'The belt is 45 mm wide.'), /^The belt is 4\.5 cm wide\.$/u],
    ['unit converted', sentence('zh', '皮带宽 45 毫米。'), /^皮带宽 4\.5 厘米。$/u],
    ['numeral style', sentence('en', 'Loosen the 4 screws.'), /^Loosen the four screws\.$/u],
    ['numeral style', sentence('zh', '松开 4 个螺钉。'), /^松开四个螺钉。$/u],
    ['synonym', sentence('en', 'Wait prior to the next run.'), /^Wait before the next run\.$/u],
    ['synonym', sentence('zh', '应确保无人。'), /^应保证无人。$/u],
    ['reordered', sentence('en', 'If the lamp is red, the loom has stopped.'), /^The loom has stopped if the lamp is red\.$/u],
    ['reordered', sentence('zh', '灯的颜色：红色、蓝色和绿色。'), /^灯的颜色：蓝色、红色和绿色。$/u],
    ['passive', sentence('en', 'Replace the torn belt.'), /^The torn belt should be replaced\.$/u],
    ['passive', sentence('zh', '请更换皮带。'), /^应对皮带进行更换。$/u],
    ['inflection', sentence('en', 'Do not lean on it.'), /^Don't lean on it\.$/u],
    ['inflection', sentence('zh', '护罩必须锁定。'), /^护罩必须要锁定。$/u],
    ['row told', TABLE_EN, /^Meaning of red lamp: yarn is torn\.$/u],
    ['row told', TABLE_ZH, /^红灯的含义：纱线断裂。$/u],
    ['revision named', sentence('en', 'The belt is 40 mm wide.'), /^According to revision [A-F]: The belt/u],
    ['revision named', sentence('zh', '皮带宽 40 毫米。'), /^根据 [A-F] 版：皮带宽/u],
    ['asset named', sentence('en', 'The belt is 40 mm wide.'), /^On P-\d+A: The belt/u],
    ['asset named', sentence('zh', '皮带宽 40 毫米。'), /^P-\d+A：皮带宽/u],
    ['step left out', STEPS_EN, /^[^|]+\|[^|]+$/u],
    ['step left out', STEPS_ZH, /^[^|]+\|[^|]+$/u],
    ['warning kept', STEPS_EN, /\| The roller may turn by itself\.$/u],
    ['warning kept', STEPS_ZH, /\| 卷布辊可能自行转动。$/u],
  ])('%s', (kind, statement, edited) => {
    expect(said(kind, statement)).toMatch(edited);
    expect(MEANING_KEPT[kind]).toBeDefined();
  });
});
