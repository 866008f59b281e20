import { conceptNames, findConcepts, findPolarities } from '../../../../ontology/index.ts';
import type { EditLanguage } from '../statement.ts';
import { capitalised, shownText, spliced, type TextEdit } from '../text-edit.ts';
import { COMPARATORS, INFLECTIONS, MODALITIES, OPPOSITES, type Pair, SYNONYMS } from './words.data.ts';

/** The first pair, from a place by chance on, whose wording the sentence has once. */
function replaced(pairs: Readonly<Record<EditLanguage, readonly Pair[]>>): TextEdit {
  return ({ text, language }, { random }) => {
    for (const [source, replacement] of random.shuffle(pairs[language])) {
      const found = [...text.matchAll(new RegExp(source, 'gu'))];
      const [one] = found;
      if (one === undefined || found.length > 1) continue;
      const edited = text.replace(new RegExp(source, 'u'), replacement);
      return one.index === 0 ? capitalised(edited) : edited.replace(/(?<=\p{L}[,;]? )You may/u, 'you may');
    }
    return undefined;
  };
}

const turned = replaced(COMPARATORS);
/** A bound becomes the other one; not where the sentence has both. */
export const flipComparator: TextEdit = (statement, world) => {
  const members = new Set(
    findPolarities(statement.text)
      .filter(({ set }) => set === 'bound')
      .map(({ member }) => member),
  );
  return members.has('maximum') && members.has('minimum') ? undefined : turned(statement, world);
};

export const flipModality: TextEdit = replaced(MODALITIES);
export const useSynonym: TextEdit = replaced(SYNONYMS);
export const inflect: TextEdit = replaced(INFLECTIONS);

/** A word becomes its opposite, where the sentence does not have both. */
export const takeOpposite: TextEdit = ({ text, language }, { random }) => {
  const pairs = OPPOSITES[language].flatMap(([one, other]): Pair[] => [
    [one, other],
    [other, one],
  ]);
  const whole = (word: string) => (language === 'en' ? `(?<![\\p{L}-])${word}(?![\\p{L}-])` : `(?<!不|非|无|未)${word}`);
  for (const [word, opposite] of random.shuffle(pairs)) {
    const found = [...text.matchAll(new RegExp(whole(word), 'giu'))];
    const [one] = found;
    if (one === undefined || found.length > 1 || new RegExp(opposite, 'iu').test(text.replaceAll(word, ''))) continue;
    if (/(?:make|making|be|on the|all|to the|in the|you are|is) $/u.test(text.slice(0, one.index)) && /^right$/iu.test(word)) continue;
    const edited = spliced(text, one.index, one.index + one[0].length, opposite);
    return /^\p{Lu}/u.test(one[0]) ? spliced(edited, one.index, one.index + 1, opposite.charAt(0).toUpperCase()) : edited;
  }
  return undefined;
};

/** A machine or part becomes another one of the vocabulary that nothing shown speaks of. */
export const changeAsset: TextEdit = (statement, { random }) => {
  const { text, language } = statement;
  const shown = shownText(statement).toLowerCase();
  const known = findConcepts(text).filter(({ concept }) => concept.kind === 'EquipmentClass' || concept.kind === 'Component');
  for (const { start, end } of random.shuffle(known)) {
    const name = text.slice(start, end);
    if (text.split(name).length !== 2 || /[\p{Lu}\d]/u.test(name)) continue;
    if (language === 'en' && (/^[-\p{L}/]/u.test(text.slice(end)) || /[-/]$/u.test(text.slice(0, start)))) continue;
    const free = OTHER_ASSETS[language].filter((other) => !shown.includes(other) && !other.includes(name) && !name.includes(other));
    if (free.length > 0) return spliced(text, start, end, random.pick(free));
  }
  return undefined;
};

const OTHER_ASSETS = {
  en: ['gearbox', 'compressor', 'heat exchanger', 'cooling tower', 'boiler', 'turbine', 'conveyor', 'impeller', 'transformer'],
  zh: ['齿轮箱', '压缩机', '换热器', '冷却塔', '锅炉', '汽轮机', '叶轮', '变压器', '输送带'],
} as const;

/** Kinds of which all names of an entry mean the same; those of a failure are only near each other. */
const NAMED_ALIKE: ReadonlySet<string> = new Set(['EquipmentClass', 'Component', 'Activity']);

/** Another name that the vocabulary has for a part, parameter or activity, of about as many words. */
export const renameConcept: TextEdit = ({ text, language }, { random }) => {
  for (const { concept, start, end } of random.shuffle(findConcepts(text))) {
    if (!NAMED_ALIKE.has(concept.kind)) continue;
    const name = text.slice(start, end);
    const written = language === 'zh' ? /\p{sc=Han}/u : /^[a-z][a-z -]+$/u;
    if (!written.test(name) || text.split(name).length !== 2) continue;
    if (language === 'en' && (/^[-/\p{L}]/u.test(text.slice(end)) || /[-/]$/u.test(text.slice(0, start)))) continue;
    const others = conceptNames(concept).filter(
      (other) => written.test(other) && other !== name && !other.includes(name) && !name.includes(other),
    );
    if (others.length > 0) return spliced(text, start, end, random.pick(others));
  }
  return undefined;
};
