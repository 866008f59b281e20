import { type ExpectedPassage, FORM_FORMATS, type Form, type FormCell } from '../form.ts';

const cells = (...texts: readonly string[]): readonly FormCell[] => texts.map((text) => ({ text }));

/** Sections, titles in bold, and tables with captions and labels. */
export const SECTION_FORMS: readonly Form[] = [
  {
    name: 'two sections of one title',
    formats: FORM_FORMATS,
    make: (say) => {
      const removal = say('拆卸', 'Removal');
      const parts = [
        [say('轴封', 'Shaft seal'), [say('排空泵体。', 'Drain the casing.'), say('取下压盖。', 'Take off the seal cover.')]],
        [say('轴承', 'Bearing'), [say('加热轴承座。', 'Heat the housing.'), say('拉出轴承。', 'Pull the bearing.')]],
      ] as const;
      return {
        blocks: parts.flatMap(([part, steps]) => [
          { kind: 'title', level: 1, text: part } as const,
          { kind: 'title', level: 2, text: removal } as const,
          { kind: 'steps', first: 1, items: steps.map((text) => ({ text })) } as const,
        ]),
        expected: parts.flatMap(([part, steps], list): ExpectedPassage[] => [
          { kind: 'heading', text: part, level: 1 },
          { kind: 'heading', text: removal, section: [part], level: 2 },
          ...steps.map(
            (text, index): ExpectedPassage => ({
              kind: 'step',
              text,
              marker: String(index + 1),
              section: [part, removal],
              list: list + 1,
              level: 1,
            }),
          ),
        ]),
      };
    },
  },
  {
    name: 'questions as titles',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('常见问题', 'Frequent questions');
      const asked = say('为什么电机不启动？', 'Why does the motor not start?');
      const answer = say('检查急停按钮是否已复位。', 'Check that the emergency stop is reset.');
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'title', level: 2, text: asked },
          { kind: 'text', text: answer },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'heading', text: asked, section: [title], level: 2 },
          { kind: 'paragraph', text: answer, section: [title, asked] },
        ],
      };
    },
  },
  {
    name: 'questions in bold',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('常见问题', 'Frequent questions');
      const questions = [
        [say('多久更换一次滤网？', 'How often is the filter changed?'), say('每 500 小时更换一次。', 'It is changed every 500 hours.')],
        [say('可以使用自来水吗？', 'May tap water be used?'), say('不可以，只能使用软化水。', 'No, only softened water may be used.')],
      ] as const;
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          ...questions.flatMap(([asked, answer]) => [
            { kind: 'text', text: asked, bold: true } as const,
            { kind: 'text', text: answer } as const,
          ]),
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...questions.flatMap(([asked, answer]): ExpectedPassage[] => [
            { kind: 'heading', text: asked, section: [title], level: 2 },
            { kind: 'paragraph', text: answer, section: [title, asked] },
          ]),
        ],
      };
    },
  },
  {
    name: 'symptom as title with its causes and checks',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('故障排除', 'Troubleshooting');
      const symptom = say('泵不出水', 'Pump delivers no water');
      const causes = say('可能原因：', 'Possible causes:');
      const checks = say('检查：', 'Checks:');
      const why = [say('吸入管漏气', 'Air leaks into the suction pipe'), say('叶轮堵塞', 'Impeller clogged')];
      const how = [say('检查吸入管法兰', 'Check the flanges of the suction pipe'), say('拆检叶轮', 'Inspect the impeller')];
      const list = (texts: readonly string[], number: number, leadIn: string): readonly ExpectedPassage[] =>
        texts.map((text) => ({ kind: 'paragraph', text, section: [title, symptom], list: number, level: 1, leadIn }));
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'title', level: 2, text: symptom },
          { kind: 'text', text: causes },
          { kind: 'bullets', items: why.map((text) => ({ text })) },
          { kind: 'text', text: checks },
          { kind: 'bullets', items: how.map((text) => ({ text })) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'heading', text: symptom, section: [title], level: 2 },
          { kind: 'paragraph', text: causes, section: [title, symptom] },
          ...list(why, 1, causes),
          { kind: 'paragraph', text: checks, section: [title, symptom] },
          ...list(how, 2, checks),
        ],
      };
    },
  },
  {
    name: 'titles and notes in bold',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('润滑', 'Lubrication');
      const bold = say('所需材料', 'Material needed');
      const text = say('锂基润滑脂 200 g。', 'You need 200 g of lithium grease.');
      const note = say('加脂时电机必须停止，并且已经上锁。', 'The motor must stand still and be locked out while grease is added.');
      const last = say('擦去多余的油脂。', 'Wipe off what is too much.');
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'text', text: bold, bold: true },
          { kind: 'text', text },
          { kind: 'text', text: note, bold: true },
          { kind: 'text', text: last },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'heading', text: bold, section: [title], level: 2 },
          ...[text, note, last].map((words): ExpectedPassage => ({ kind: 'paragraph', text: words, section: [title, bold] })),
        ],
      };
    },
  },
  {
    name: 'caption of a table',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('报警', 'Alarms');
      const caption = say('表 2 报警代码', 'Table 2 Alarm codes');
      const header = [say('报警代码', 'Alarm code'), say('原因', 'Cause'), say('处理', 'Remedy')];
      const rows = [
        ['E-07', say('过热', 'overheated'), say('检查冷却水', 'check the cooling water')],
        ['E-08', say('过载', 'overloaded'), say('减小负载', 'reduce the load')],
      ];
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'table', caption, header, rows: rows.map((row) => cells(...row)) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'caption', text: caption, section: [title] },
          ...rows.map(
            ([code = '', cause = '', remedy = '']): ExpectedPassage => ({
              kind: 'table-row',
              section: [title],
              table: 1,
              leadIn: caption,
              cells: [
                [header[0] ?? '', code, 'alarm-code'],
                [header[1] ?? '', cause, 'cause'],
                [header[2] ?? '', remedy, 'remedy'],
              ],
            }),
          ),
        ],
      };
    },
  },
  {
    name: 'labels of rows',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('间隙表', 'Clearances');
      const header = [say('部件', 'Component'), say('参数', 'Parameter'), say('数值', 'Value')];
      const [motor, pump] = [say('电机侧', 'Motor side'), say('泵侧', 'Pump side')];
      const [bearing, ring] = [say('轴承', 'Bearing'), say('口环', 'Wear ring')];
      const [gap, heat] = [say('间隙', 'Clearance'), say('温度', 'Temperature')];
      const row = (labels: string, component: string, parameter: string, value: string): ExpectedPassage => ({
        kind: 'table-row',
        section: [title],
        table: 1,
        labels: [labels],
        cells: [
          [header[0] ?? '', component, 'component'],
          [header[1] ?? '', parameter, 'parameter'],
          [header[2] ?? '', value, 'value'],
        ],
      });
      const label = (text: string): ExpectedPassage => ({ kind: 'table-row', section: [title], table: 1, cells: [['', text]] });
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          {
            kind: 'table',
            header,
            rows: [
              motor,
              [{ text: bearing, rows: 2 }, { text: gap }, { text: '0.05 mm' }],
              cells(heat, '80 °C'),
              pump,
              cells(ring, gap, '0.4 mm'),
            ],
          },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          label(motor),
          row(motor, bearing, gap, '0.05 mm'),
          row(motor, bearing, heat, '80 °C'),
          label(pump),
          row(pump, ring, gap, '0.4 mm'),
        ],
      };
    },
  },
];
