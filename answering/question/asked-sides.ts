import { foldText } from '../../kernel/index.ts';
import { wordingPatterns } from '../../ontology/index.ts';
import type { Question } from './question.ts';

/** One of two things that a question compares. */
export interface AskedSide {
  /** As the question has it. */
  readonly name: string;
  /** What the question asks of this side alone. */
  readonly question: string;
}

const DIFFERENCE = wordingPatterns('difference', 'du');
/** Words of a side before the number at its end (`alarm 96`). */
const NUMBERED = /^(?<words>.*\D)\d+$/u;
const BARE_NUMBER = /^\d+$/u;

/** Two sides of a question for a difference (`what is the difference between X and Y`, `X和Y有什么区别`); undefined of any other. */
export function askedSides({
  text,
  terms,
  entities,
}: Pick<Question, 'text' | 'terms' | 'entities'>): readonly [AskedSide, AskedSide] | undefined {
  const folded = foldText(text);
  const found = DIFFERENCE.map((form) => form.exec(folded.text)).find((match) => match !== null);
  const { one, other, attribute } = found?.indices?.groups ?? {};
  if (found === undefined || found === null || one === undefined || other === undefined) return undefined;
  const at = (start: number, end: number) => folded.toSource(start, end);
  const said = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end).trim();
  const [first, second] = [at(...one), at(...other)];
  const within = (span: { readonly start: number; readonly end: number }) =>
    [...terms, ...entities].filter(({ start, end }) => start >= span.start && end <= span.end).sort((a, b) => a.start - b.start);
  const [ofFirst, ofSecond] = [within(first), within(second)];
  // What stands before the first side within its own words is about both (`DNP driver master id and slave id`).
  const opens = ofFirst[Math.max(0, ofFirst.length - Math.max(1, ofSecond.length))]?.start ?? first.start;
  const isShared = /^\s*$/u.test(folded.text.slice(0, found.index)) && one[0] === found.index;
  const begin = isShared ? opens : first.start;
  const before = `${said(at(0, found.index))} ${text.slice(first.start, begin).trim()}`;
  const behind = said(at(found.index + found[0].length, folded.text.length)).replace(/^[\s?？.。!！]+/u, '');
  const about = attribute === undefined ? '' : said(at(...attribute));
  const name = said({ start: begin, end: first.end });
  const rival = said(second);
  if (name === '' || rival === '') return undefined;
  const numbered = BARE_NUMBER.test(rival) ? (NUMBERED.exec(name)?.groups?.words ?? '') : '';
  const sideOf = (side: string): AskedSide => ({
    name: side,
    question: [before, about, side, behind]
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
      .join(' '),
  });
  return [sideOf(name), sideOf(`${numbered}${rival}`)];
}
