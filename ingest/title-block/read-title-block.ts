import type { DocumentProperties } from '../../kernel/index.ts';
import { documentLabels } from './document-labels.ts';
import { readDate } from './read-date.ts';

const NUMBER =
  /(?:文件编号|文档编号|文件号|文档号|编号|手册编号|document\s*(?:no|number|id)\.?|doc\.?\s*(?:no|number)\.?|manual\s*no\.?)\s*[:：]?\s*([A-Z0-9][A-Z0-9./_-]{2,39})(?![\p{L}\p{N}])/iu;
const REVISION =
  /(?:版本号?|版次|修订版?|修订号|document\s*version|version|revision|rev\.?|issue)\s*[:：.]?\s*((?:[vV]\s?)?\d+(?:\.\d+){0,3}[a-z]?|(?<![a-z])[A-Z]\d?)(?![\p{L}\p{N}.])/giu;
const EFFECTIVE =
  /(?:生效日期|发布日期|实施日期|修订日期|effective(?:\s*date)?|issue\s*date|date\s*of\s*issue|revision\s*date|released?)\s*[:：]?\s*([^\n\t;；|]{6,24})/iu;
/** Visible label of generated text (GB 45438-2025) and its English forms. */
const AI_MADE =
  /(?:本文|内容|本文件|文档)?\s*(?:由\s*)?(?:AI|人工智能)\s*(?:辅助)?(?:生成|合成)|AI[- ]generated|generated (?:by|with) (?:an )?AI\b/iu;

export type TitleBlock = Pick<DocumentProperties, 'documentNumber' | 'revision' | 'effective' | 'aiGenerated'>;

/** Document number, revision and date that a document states in labelled form (`文件编号：…`, `Rev. C`); the first of each counts. */
export function readTitleBlock(texts: readonly string[]): TitleBlock {
  let found: TitleBlock = {};
  for (const text of texts) {
    const plain = text.normalize('NFKC');
    const documentNumber = NUMBER.exec(plain)?.[1];
    // A lower-case letter behind the word is the next word (`version a user installs`), no label.
    const revision = [...plain.matchAll(REVISION)].map(([, label = '']) => label).find((label) => !/^[a-z]\d?$/.test(label));
    const effective = effectiveDate(EFFECTIVE.exec(plain)?.[1]);
    const named = documentNumber !== undefined && /\d/.test(documentNumber);
    found = {
      ...(named ? { documentNumber } : {}),
      ...(revision === undefined ? {} : { revision: revision.replace(/\s/g, '') }),
      ...(effective === undefined ? {} : { effective }),
      ...(AI_MADE.test(plain) ? { aiGenerated: true } : {}),
      ...found,
    };
  }
  return found;
}

/**
 * The same from running headers and footers, where the number may stand without a label (`CWS-LOTO-03 Rev. 3 2024-03-18`) and
 * the only date of a line that states a revision is the day of that revision.
 */
export function readRunningLines(lines: readonly string[]): TitleBlock {
  const labels = documentLabels(lines);
  if (labels.effective !== undefined) return labels;
  for (const line of lines) {
    const dates = line.split(/[\s|]+/).flatMap((word) => readDate(word, undefined, false) ?? []);
    const [date] = dates;
    if (dates.length === 1 && date !== undefined && documentLabels([line]).revision !== undefined)
      return { ...labels, effective: date.time };
  }
  return labels;
}

/** The longest beginning of the text that is a date. */
function effectiveDate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  for (let end = text.length; end >= 6; end -= 1) {
    const date = readDate(text.slice(0, end), undefined, false);
    if (date !== undefined) return date.time;
  }
  return undefined;
}
