/** Names of other equipment than P-600, as people write them: in front of `is 68 N·m` and the like in each language. */
export interface NamedOther {
  readonly name: string;
  readonly zh: boolean;
}

const EN_KINDS = ['pump', 'Pump', 'compressor', 'motor', 'blower', 'feed pump', 'heat exchanger', 'turbine'];
const EN_FORMS: readonly ((kind: string) => string)[] = [
  (kind) => `${kind} no. 7`,
  (kind) => `${kind} number 7`,
  (kind) => `${kind} No.7`,
  (kind) => `${kind} 7B`,
  (kind) => `${kind} 506`,
  (kind) => `${kind} K`,
  (kind) => `${kind} B`,
  (kind) => `${kind} #3`,
  (kind) => `${kind} II`,
  (kind) => `${kind} Ⅲ`,
  (kind) => `${kind} two`,
  (kind) => `${kind} ７`,
  (kind) => `the second ${kind}`,
  (kind) => `the 2nd ${kind}`,
  (kind) => `the other ${kind}`,
  (kind) => `No. 3 ${kind}`,
  (kind) => `#4 ${kind}`,
  (kind) => `${kind} unit 5`,
];
const ZH_KINDS = ['泵', '水泵', '压缩机', '电机', '风机', '离心泵', '换热器', '汽轮机'];
const ZH_FORMS: readonly ((kind: string) => string)[] = [
  (kind) => `${kind}506`,
  (kind) => `${kind} 506`,
  (kind) => `${kind}7B`,
  (kind) => `${kind}K`,
  (kind) => `2号${kind}`,
  (kind) => `２号${kind}`,
  (kind) => `二号${kind}`,
  (kind) => `7#${kind}`,
  (kind) => `第二台${kind}`,
  (kind) => `第3台${kind}`,
  (kind) => `A${kind}`,
  (kind) => `甲${kind}`,
  (kind) => `另一台${kind}`,
  (kind) => `其他${kind}`,
  (kind) => `${kind}编号7`,
  (kind) => `${kind}Ⅱ`,
  (kind) => `B号${kind}`,
];
const CODES = [
  '#506',
  'M7',
  'T5',
  'P7',
  'K-3',
  'Р-506A',
  'Р-601',
  'P-506A',
  'Ｐ－５０６',
  'V-101',
  'T-401',
  'P-６01',
  'P-6OO',
  'Р-60О',
  'K-301',
  'P506',
  'p-601',
  '10LAC10AP001',
  '=G1.MDA10',
];

export const OTHERS: readonly NamedOther[] = [
  ...EN_KINDS.flatMap((kind) => EN_FORMS.map((form) => ({ name: form(kind), zh: false }))),
  ...ZH_KINDS.flatMap((kind) => ZH_FORMS.map((form) => ({ name: form(kind), zh: true }))),
  ...CODES.flatMap((name) => [
    { name, zh: false },
    { name, zh: true },
  ]),
];
