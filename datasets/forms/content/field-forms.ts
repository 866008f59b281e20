import { type ExpectedPassage, FORM_FORMATS, type Form, type FormBlock, type FormCell, type FormDocument } from '../form.ts';

const cells = (...texts: readonly string[]): readonly FormCell[] => texts.map((text) => ({ text }));
const field = (name: string, value: string, role: 'value' | 'interval' | 'torque' = 'value'): ExpectedPassage['cells'] => [
  ['', name, 'parameter'],
  [name, value, role],
];

/** A section of terms, whatever sets them apart from what they mean. */
function definitions(title: string, terms: readonly (readonly [string, string])[], written: readonly FormBlock[]): FormDocument {
  return {
    blocks: [{ kind: 'title', level: 1, text: title }, ...written],
    expected: [
      { kind: 'heading', text: title, level: 1 },
      ...terms.map(
        ([term, text]): ExpectedPassage => ({
          kind: 'definition',
          section: [title],
          cells: [
            ['', term, 'term'],
            [term, text, 'definition'],
          ],
        }),
      ),
    ],
  };
}

/** Values and terms in the clothes that they come in. */
export const FIELD_FORMS: readonly Form[] = [
  {
    name: 'lines of name and value',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('循环泵 P-101 技术数据', 'Technical data of circulation pump P-101');
      const rows = [
        [say('额定流量', 'Rated flow'), say('120 m³/h', '120 m³/h')],
        [say('额定扬程', 'Rated head'), '32 m'],
        [say('泵壳材质', 'Casing material'), say('球墨铸铁', 'ductile iron')],
      ] as const;
      const after = say('上述数据以 20 °C 清水为准。', 'These data hold for clean water at 20 °C.');
      const colon = say('：', ': ');
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'lines', lines: rows.map(([name, value]) => `${name}${colon}${value}`) },
          { kind: 'text', text: after },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...rows.map(
            ([name, value]): ExpectedPassage => ({ kind: 'table-row', section: [title], table: 1, cells: field(name, value) ?? [] }),
          ),
          { kind: 'paragraph', section: [title], text: after },
        ],
      };
    },
  },
  {
    name: 'table of specifications and values',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('技术规格', 'Specifications');
      const header = [say('规格', 'Specification'), say('数值', 'Value')];
      const rows = [
        [say('有效载荷', 'Payload'), '1.5 kg'],
        [say('工作半径', 'Reach'), '740 mm'],
        [say('防护等级', 'Protection class'), 'IP54'],
      ] as const;
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'table', header, rows: rows.map((row) => cells(...row)) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...rows.map(
            ([name, value]): ExpectedPassage => ({
              kind: 'table-row',
              section: [title],
              table: 1,
              cells: [
                [header[0] ?? '', name, 'parameter'],
                [header[1] ?? '', value, 'value'],
              ],
            }),
          ),
        ],
      };
    },
  },
  {
    name: 'table of two columns without a header',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('电机铭牌', 'Nameplate of the motor');
      const rows = [
        [say('额定功率', 'Rated power'), '15 kW'],
        [say('额定电压', 'Rated voltage'), '400 V'],
        [say('绝缘等级', 'Insulation class'), say('F 级', 'class F')],
      ] as const;
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'table', header: [], rows: rows.map((row) => cells(...row)) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...rows.map(
            ([name, value]): ExpectedPassage => ({ kind: 'table-row', section: [title], table: 1, cells: field(name, value) ?? [] }),
          ),
        ],
      };
    },
  },
  {
    name: 'front matter',
    formats: ['markdown'],
    make: (say) => {
      const title = say('限位开关', 'Limit switch');
      const text = say('每台移动轴装两个限位开关。', 'Each moving axis has two limit switches.');
      const fields = [
        [say('数量', 'count'), '2'],
        [say('电缆颜色', 'cable color'), say('黑色', 'black')],
      ] as const;
      const [first, second] = fields;
      return {
        blocks: [
          { kind: 'front', fields, template: ['slug: "limit-switch"', 'layout: part'] },
          { kind: 'title', level: 1, text: title },
          { kind: 'text', text },
        ],
        expected: [
          {
            kind: 'table-row',
            table: 1,
            cells: [
              ['', first[0], 'parameter'],
              [first[0], first[1], 'quantity'],
            ],
          },
          { kind: 'table-row', table: 1, cells: field(second[0], second[1]) ?? [] },
          { kind: 'heading', text: title, level: 1 },
          { kind: 'paragraph', section: [title], text },
        ],
      };
    },
  },
  {
    name: 'definition list',
    formats: ['markdown', 'rst', 'html'],
    make: (say) => {
      const terms = [
        [say('汽蚀余量', 'NPSH'), say('泵入口处高于汽化压力的能量。', 'Head above the vapour pressure at the inlet of the pump.')],
        [say('最佳效率点', 'BEP'), say('泵效率最高的流量。', 'Flow at which the pump is most efficient.')],
      ] as const;
      return definitions(say('概述', 'Overview'), terms, [{ kind: 'terms', terms }]);
    },
  },
  {
    name: 'terms with colons',
    formats: FORM_FORMATS,
    make: (say) => {
      const terms = [
        [say('挂牌', 'Tagout'), say('在隔离点挂警示牌，任何人不得操作。', 'A tag at the isolation point says that nobody may operate it.')],
        [say('盘车', 'Barring'), say('用手慢慢转动转子。', 'The rotor is turned slowly by hand.')],
      ] as const;
      const lines = terms.map(([term, text]): FormBlock => ({ kind: 'text', text: `${term}${say('：', ': ')}${text}` }));
      return definitions(say('术语', 'Terms'), terms, lines);
    },
  },
  {
    name: 'items that begin with a code',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('故障代码', 'Error codes');
      const items = [
        ['2405', say('达到最大速度', 'maximum speed reached')],
        ['2406', say('编码器断线', 'encoder cable broken')],
      ] as const;
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'bullets', items: items.map((item) => ({ text: item.join(' ') })) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...items.map(
            ([code, text]): ExpectedPassage => ({
              kind: 'table-row',
              section: [title],
              list: 1,
              level: 1,
              cells: [
                ['', code, 'alarm-code'],
                [code, text, 'alarm-text'],
              ],
            }),
          ),
        ],
      };
    },
  },
  {
    name: 'titles that begin with a code',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('错误代码', 'Error codes');
      const codes = [
        ['15', say('关节超限', 'Joint Limit Exceeded'), say('将关节移回范围内。', 'Move the joint back into its range.')],
        ['16', say('电机过热', 'Motor Overheated'), say('让电机冷却十分钟。', 'Let the motor cool for ten minutes.')],
      ] as const;
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          ...codes.flatMap(([code, words, text]) => [
            { kind: 'title', level: 2, text: `${code}: ${words}` } as const,
            { kind: 'text', text } as const,
          ]),
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...codes.flatMap(([code, words, text]): ExpectedPassage[] => [
            {
              kind: 'heading',
              section: [title],
              level: 2,
              cells: [
                ['', code, 'alarm-code'],
                [code, words, 'alarm-text'],
              ],
            },
            { kind: 'paragraph', section: [title, `${code}: ${words}`], text },
          ]),
        ],
      };
    },
  },
];
