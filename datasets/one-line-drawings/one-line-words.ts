/** Words on the sheets of one-line diagrams. */
export const ONE_LINE_WORDS = {
  zh: {
    titles: ['低压配电系统图', '电气单线图', 'MCC 一次系统图', '380V 主接线图'],
    machines: [
      ['P', '循环泵'],
      ['P', '补水泵'],
      ['F', '冷却风机'],
      ['AG', '搅拌器'],
      ['K', '空压机'],
    ],
    boards: ['照明配电箱', '检修电源箱'],
    transformer: '照明变压器',
    bus: (letter: string, volts: string): string => `${letter === 'A' ? 'I' : 'II'}段母线 ${volts}`,
    incoming: '10kV 进线',
    spare: '备用',
    notes: ['1. 电缆型号除注明外均为 YJV-0.6/1kV。', '2. 电动机保护整定值见定值单。', '3. 本图未画出控制回路。'],
    revisions: ['送审', '按审查意见修改', '供施工'],
    modified: '（改造）',
  },
  en: {
    titles: ['LOW VOLTAGE SINGLE LINE DIAGRAM', 'ELECTRICAL ONE-LINE DIAGRAM', 'MCC SINGLE-LINE DIAGRAM', 'POWER DISTRIBUTION ONE LINE'],
    machines: [
      ['P', 'CIRCULATION PUMP'],
      ['P', 'MAKE-UP PUMP'],
      ['F', 'COOLING FAN'],
      ['AG', 'AGITATOR'],
      ['K', 'AIR COMPRESSOR'],
    ],
    boards: ['LIGHTING BOARD', 'SOCKET BOARD'],
    transformer: 'LIGHTING TRANSFORMER',
    bus: (letter: string, volts: string): string => `BUS SECTION ${letter} ${volts}`,
    incoming: 'INCOMING 10 kV',
    spare: 'SPARE',
    notes: [
      '1. CABLES ARE CU/XLPE/PVC UNLESS NOTED.',
      '2. SETTINGS OF MOTOR PROTECTION: SEE RELAY LIST.',
      '3. CONTROL CIRCUITS ARE NOT SHOWN.',
    ],
    revisions: ['FIRST ISSUE', 'REVISED AFTER REVIEW', 'FOR CONSTRUCTION'],
    modified: ' - MODIFIED',
  },
} as const;
