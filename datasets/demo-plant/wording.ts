import type { Bilingual, PlantLanguage } from './bilingual.ts';
import type { Block, Chapter, KeyedText, Section } from './manual/blocks.ts';
import type { Random } from './random.ts';

/** A makers' own words: which of several synonyms the manuals of this seed use. */
export interface Wording {
  /** Heading, caption or column title. */
  title(text: Bilingual): Bilingual;
  /** Running text; also of questions that use the manual's words. */
  text(text: string, language: PlantLanguage): string;
}

/** Alternatives of whole titles, first the one the sources are written with. */
const TITLES: Record<PlantLanguage, readonly (readonly string[])[]> = {
  en: [
    ['Troubleshooting', 'Fault finding', 'Faults and remedies'],
    ['Possible cause', 'Probable cause', 'Cause'],
    ['Probable cause', 'Cause', 'Possible cause'],
    ['Remedy', 'Corrective action', 'What to do'],
    ['Symptom', 'Fault', 'Symptom'],
    ['Torque', 'Tightening torque', 'Torque'],
    ['Interval', 'Frequency', 'How often'],
    ['Part number', 'Part no.', 'Order number'],
    ['Code', 'Alarm code', 'Alarm no.'],
    ['Meaning', 'Description', 'Alarm text'],
    ['Action', 'Measures', 'Action'],
    ['Range', 'Measuring range', 'Range'],
    ['Value', 'Data', 'Value'],
    ['Maintenance schedule', 'Maintenance plan', 'Servicing intervals'],
    ['Specifications', 'Technical data', 'Technical data'],
    ['Spare parts', 'Spare parts list', 'Spare parts'],
  ],
  zh: [
    ['故障排除', '故障查找与处理', '常见故障及处理'],
    ['可能原因', '原因', '故障原因'],
    ['处理方法', '排除方法', '处理措施'],
    ['故障现象', '现象', '故障现象'],
    ['力矩', '拧紧力矩', '紧固力矩'],
    ['周期', '间隔', '维护周期'],
    ['备件号', '零件号', '订货号'],
    ['代码', '报警代码', '报警号'],
    ['含义', '说明', '报警内容'],
    ['处理措施', '处理', '措施'],
    ['量程', '测量范围', '量程'],
    ['数值', '数据', '数值'],
    ['维护计划', '保养计划', '定期保养'],
    ['技术规格', '技术数据', '技术参数'],
  ],
};

/** Alternatives of terms inside a text, lower case; a capital at the start of a sentence is kept. */
const TERMS: Record<PlantLanguage, readonly (readonly string[])[]> = {
  en: [
    ['rated flow', 'nominal flow'],
    ['rated head', 'nominal head', 'delivery head'],
    ['clogged', 'blocked'],
    ['misaligned', 'out of alignment'],
    ['coupling element', 'coupling insert', 'flexible element'],
    ['regreas', 'relubricat'],
    ['drip pan', 'collecting tray'],
    ['wear ring', 'casing ring'],
    ['plate cooler', 'plate heat exchanger'],
    ['make-up pump', 'top-up pump'],
    ['selector switch', 'mode switch'],
  ],
  zh: [
    ['额定流量', '公称流量'],
    ['额定扬程', '公称扬程'],
    ['堵塞', '阻塞'],
    ['对中不良', '不对中'],
    ['弹性体', '弹性块'],
    ['补脂', '加脂'],
    ['接液盘', '集液盘'],
    ['口环', '密封环'],
    ['板式冷却器', '板式换热器'],
    ['补水泵', '补给泵'],
    ['选择开关', '转换开关'],
  ],
};

export function createWording(random: Random): Wording {
  const choose = (sets: readonly (readonly string[])[]): [string, string][] => sets.map((set) => [set[0] ?? '', random.pick(set)]);
  const titles = { en: new Map(choose(TITLES.en)), zh: new Map(choose(TITLES.zh)) };
  const terms = { en: choose(TERMS.en), zh: choose(TERMS.zh) };
  const text = (source: string, language: PlantLanguage): string =>
    terms[language].reduce((said, [term, chosen]) => said.replaceAll(term, chosen).replaceAll(capital(term), capital(chosen)), source);
  return {
    text,
    title: (source) => ({
      en: titles.en.get(source.en) ?? text(source.en, 'en'),
      zh: titles.zh.get(source.zh) ?? text(source.zh, 'zh'),
    }),
  };
}

function capital(term: string): string {
  return term.slice(0, 1).toUpperCase() + term.slice(1);
}

export function wordChapters(chapters: readonly Chapter[], wording: Wording): Chapter[] {
  return chapters.map((chapter) => ({ ...chapter, ...wordSection(chapter, wording) }));
}

function wordSection(section: Section, wording: Wording): Section {
  return {
    ...section,
    title: wording.title(section.title),
    blocks: section.blocks.map((block) => wordBlock(block, wording)),
    ...(section.sections === undefined ? {} : { sections: section.sections.map((each) => wordSection(each, wording)) }),
  };
}

function wordBlock(block: Block, wording: Wording): Block {
  const word = <T extends KeyedText>(keyed: T): T => ({
    ...keyed,
    text: { en: wording.text(keyed.text.en, 'en'), zh: wording.text(keyed.text.zh, 'zh') },
  });
  if (block.kind === 'table') {
    return {
      ...block,
      caption: wording.title(block.caption),
      columns: block.columns.map((column) => ({ ...column, title: wording.title(column.title) })),
      rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(word) })),
    };
  }
  if (block.kind === 'bullets' || block.kind === 'steps') return { ...block, items: block.items.map(word) };
  return word(block);
}
