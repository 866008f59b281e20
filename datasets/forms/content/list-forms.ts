import { type ExpectedPassage, FORM_FORMATS, type Form } from '../form.ts';

const numbered = (texts: readonly string[], first: number, rest: Partial<ExpectedPassage>): readonly ExpectedPassage[] =>
  texts.map((text, index) => ({ kind: 'step', text, marker: String(first + index), level: 1, ...rest }));

/** Procedures, and where one ends and the next begins. */
export const LIST_FORMS: readonly Form[] = [
  {
    name: 'two lists under one title',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('更换机械密封', 'Replacing the mechanical seal');
      const [away, back] = [say('拆卸：', 'Removal:'), say('安装：', 'Installation:')];
      const off = [
        say('排空泵体。', 'Drain the casing.'),
        say('拆下联轴器。', 'Remove the coupling.'),
        say('取出旧密封。', 'Take out the old seal.'),
      ];
      const on = [say('清洁密封腔。', 'Clean the seal chamber.'), say('装入新密封。', 'Insert the new seal.')];
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'text', text: away, bold: true },
          { kind: 'steps', first: 1, items: off.map((text) => ({ text })) },
          { kind: 'text', text: back, bold: true },
          { kind: 'steps', first: 4, items: on.map((text) => ({ text })) },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'paragraph', section: [title], text: away },
          ...numbered(off, 1, { section: [title], list: 1, leadIn: away }),
          { kind: 'paragraph', section: [title], text: back },
          ...numbered(on, 4, { section: [title], list: 2, leadIn: back }),
        ],
      };
    },
  },
  {
    name: 'list around a warning and a second paragraph',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('停机', 'Shutdown');
      const steps = [
        say('关闭出口阀。', 'Close the outlet valve.'),
        say('断开电源。', 'Switch off the power.'),
        say('打开放空阀。', 'Open the vent.'),
      ];
      const warning = say('警告：泵壳仍然很烫。', 'WARNING: The casing is still hot.');
      const wait = say('等待压力降到零。', 'Wait until the pressure is zero.');
      const after = say('停机记录交班长。', 'The record goes to the shift leader.');
      const place = { section: [title], list: 1 };
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'steps', first: 1, items: steps.slice(0, 1).map((text) => ({ text })) },
          { kind: 'text', text: warning },
          { kind: 'steps', first: 2, items: steps.slice(1, 2).map((text) => ({ text })) },
          { kind: 'text', text: wait },
          { kind: 'steps', first: 3, items: steps.slice(2).map((text) => ({ text })) },
          { kind: 'text', text: after },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...numbered(steps.slice(0, 1), 1, place),
          { kind: 'warning', text: warning, ...place },
          ...numbered(steps.slice(1, 2), 2, place),
          { kind: 'paragraph', text: wait, ...place },
          ...numbered(steps.slice(2), 3, place),
          { kind: 'paragraph', section: [title], text: after },
        ],
      };
    },
  },
  {
    name: 'steps counted within a line',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('检查方法', 'How to check');
      const lead = say('检查步骤：', 'Check as follows:');
      const steps = [
        say('断开电源；', 'switch off the power;'),
        say('拆下端盖；', 'remove the end cover;'),
        say('测量绕组电阻。', 'measure the winding.'),
      ];
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          {
            kind: 'text',
            text: lead + say('', ' ') + steps.map((text, index) => `${index + 1}${say('）', ') ')}${text}`).join(say('', ' ')),
          },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'paragraph', section: [title], text: lead },
          ...numbered(steps, 1, { section: [title], list: 1, leadIn: lead }),
        ],
      };
    },
  },
  {
    name: 'steps as titles',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('安装皮带', 'Fitting the belt');
      const steps = [
        [say('松开张紧轮', 'Loosen the tensioner'), say('用 13 mm 扳手。', 'Use a 13 mm wrench.')],
        [say('套上皮带', 'Put on the belt'), say('注意转向箭头朝外。', 'The arrow points outwards.')],
        [say('张紧皮带', 'Tension the belt'), say('挠度为 10 mm。', 'The deflection is 10 mm.')],
      ] as const;
      const next = say('验收', 'Acceptance');
      const last = say('试运行一小时。', 'Run it for one hour.');
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          ...steps.flatMap(([step, text], index) => [
            { kind: 'title', level: 2, text: say(`步骤 ${index + 1}：`, `Step ${index + 1}: `) + step } as const,
            { kind: 'text', text } as const,
          ]),
          { kind: 'title', level: 2, text: next },
          { kind: 'text', text: last },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          ...steps.flatMap(([step, text], index): ExpectedPassage[] => [
            { kind: 'step', text: step, marker: String(index + 1), section: [title], list: 1, level: 1 },
            { kind: 'paragraph', text, section: [title], list: 1 },
          ]),
          { kind: 'heading', text: next, section: [title], level: 2 },
          { kind: 'paragraph', text: last, section: [title, next] },
        ],
      };
    },
  },
  {
    name: 'callout whose title is the interval',
    formats: FORM_FORMATS,
    make: (say) => {
      const title = say('皮带保养', 'Belt care');
      const interval = say('每六个月', 'Every 6 months');
      const tasks = [say('检查皮带张力', 'Check the tension of the belts'), say('清洁皮带轮', 'Clean the pulleys')];
      const after = say('备件在四号库。', 'Spare belts are in store four.');
      return {
        blocks: [
          { kind: 'title', level: 1, text: title },
          { kind: 'callout', warns: false, title: interval, inside: [{ kind: 'bullets', items: tasks.map((text) => ({ text })) }] },
          { kind: 'text', text: after },
        ],
        expected: [
          { kind: 'heading', text: title, level: 1 },
          { kind: 'paragraph', section: [title], text: interval },
          ...tasks.map((text): ExpectedPassage => ({ kind: 'paragraph', text, section: [title], list: 1, level: 1, leadIn: interval })),
          { kind: 'paragraph', section: [title], text: after },
        ],
      };
    },
  },
];
