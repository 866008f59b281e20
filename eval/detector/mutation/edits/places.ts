import type { Edit, Source } from '../statement.ts';

const LETTERS = 'ABCDEF';

/** A sentence, under a citation of another passage that is shown too. */
export const citeOther: Edit = (statement, { random }) => {
  if (statement.kind !== 'sentence') return undefined;
  const [own, ...others] = statement.sources;
  const wrong = others.filter(({ text }) => text.length >= 15 && !own.text.includes(text) && !isAlike(statement.text, text));
  if (wrong.length === 0) return undefined;
  const text = statement.text;
  return { claims: [{ text, citations: [random.pick(wrong).id] }], sources: statement.sources, looksAt: 'verdicts' };
};

/** Whether another passage may say the same: it has half of the words. */
function isAlike(text: string, other: string): boolean {
  const words = /\p{sc=Han}/u.test(text) ? Array.from(text.replace(/\s/gu, '')) : text.toLowerCase().split(/\s+/u);
  return words.filter((word) => other.toLowerCase().includes(word)).length / words.length >= HALF;
}

const HALF = 0.5;

/** A sentence, said of another revision than its document is. */
export const nameOtherRevision: Edit = (statement, { random }) => {
  if (statement.kind !== 'sentence') return undefined;
  const [own, other] = random.sample([...LETTERS], 2);
  return own === undefined || other === undefined ? undefined : underRevision(statement, own, other);
};

/** A sentence, said of the revision that its document is. */
export const nameRevision: Edit = (statement, { random }) => {
  if (statement.kind !== 'sentence') return undefined;
  const own = random.pick([...LETTERS]);
  return underRevision(statement, own, own);
};

function underRevision(statement: Extract<Parameters<Edit>[0], { kind: 'sentence' }>, own: string, said: string): ReturnType<Edit> {
  const titled = (source: Source): Source => ({
    ...source,
    context: `${statement.language === 'en' ? `Manual, revision ${own}` : `手册 ${own} 版`} ; ${source.context ?? ''}`,
  });
  const lead = statement.language === 'en' ? `According to revision ${said}: ` : `根据 ${said} 版：`;
  return { claims: [{ text: lead + statement.text }], sources: statement.sources.map(titled), looksAt: 'verdicts' };
}

/** A sentence, said of another machine than its document is about. */
export const nameOtherAsset: Edit = (statement, { random }) => {
  if (statement.kind !== 'sentence') return undefined;
  const number = random.integer(1, 8) * 100 + random.integer(1, 20);
  return ofMachine(statement, `P-${number}A`, random.chance(0.5) ? `P-${number}B` : `P-${number + 1}A`);
};

/** A sentence, said of the machine that its document is about. */
export const nameAsset: Edit = (statement, { random }) => {
  if (statement.kind !== 'sentence') return undefined;
  const tag = `P-${random.integer(1, 8) * 100 + random.integer(1, 20)}A`;
  return ofMachine(statement, tag, tag);
};

function ofMachine(statement: Extract<Parameters<Edit>[0], { kind: 'sentence' }>, own: string, said: string): ReturnType<Edit> {
  const titled = (source: Source): Source => ({ ...source, context: `${own} ; ${source.context ?? ''}` });
  const lead = statement.language === 'en' ? `On ${said}: ` : `${said}：`;
  return { claims: [{ text: lead + statement.text }], sources: statement.sources.map(titled), looksAt: 'verdicts' };
}
