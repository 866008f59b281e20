import { type ProcedurePiece as Piece, type Random, writeProcedureSection } from '../../../datasets/index.ts';
import type { Law } from './law.ts';

const WORDS = {
  en: {
    title: 'Manual of pump P-101',
    other: ['Storage', 'Start-up of the cooler'],
    work: 'Replacing the mechanical seal',
    ask: 'How do I replace the mechanical seal?',
    step: (n: number) => `Loosen bolt ${n} by a quarter turn.`,
    more: (n: number) => `Keep the thread of bolt ${n} clean.`,
    warning: (n: number) => `WARNING: Danger ${n} of this work.`,
    points: 'Isolation points of P-101',
    isolate: 'How do I isolate P-101?',
    isolating: 'Locking out',
    columns: ['Tag', 'Location', 'Position'],
    row: (n: number) => [`HV-${1000 + n}`, `Line ${n}`, 'Closed, padlocked'],
  },
  zh: {
    title: 'P-101 泵手册',
    other: ['储存', '冷却器的启动'],
    work: '更换机械密封',
    ask: '怎样更换机械密封？',
    step: (n: number) => `把 ${n} 号螺栓松开四分之一圈。`,
    more: (n: number) => `保持 ${n} 号螺栓的螺纹清洁。`,
    warning: (n: number) => `警告：此项作业的第 ${n} 种危险。`,
    points: 'P-101 的隔离点',
    isolate: 'P-101 检修前怎么隔离？',
    isolating: '上锁步骤',
    columns: ['位号', '位置', '隔离状态'],
    row: (n: number) => [`HV-${1000 + n}`, `${n} 号管线`, '关闭，上锁'],
  },
} as const;

type Words = (typeof WORDS)['en' | 'zh'];

/** H2 on generated manuals: whoever follows an answer has every step, and is warned of everything. */
export const procedureWhole: Law = {
  name: 'procedure-whole',
  states:
    'A procedure or isolation table of 1 to 500 steps or rows is answered whole and in order, with each of its warnings; a table with the steps for isolating, or with a word that there are none.',
  trials: 80,
  slice: 6,
  perSite: 4,
  async begin(bench) {
    const site = await bench.open();
    return async (random) => {
      const words: Words = WORDS[random.pick(['en', 'zh'] as const)];
      const size = random.pick([random.integer(1, 12), random.integer(1, 150), random.integer(1, 500)]);
      const format = random.pick(['md', 'html'] as const);
      const pieces = drawProcedure(words, size, random);
      const isTable = random.chance(0.3);
      const told = isTable && random.chance(0.5) ? drawProcedure(words, random.integer(1, 40), random) : isTable ? [] : pieces;
      const content = isTable ? writeTable(words, size, format, told, random) : writeProcedure(words, pieces, format, random);
      const { documentId } = await site.send({ uri: `${random.integer(0, 1e9)}.${format}`, content });
      await site.work();
      const answer = await site.ask(isTable ? words.isolate : words.ask, { scope: { documents: [documentId] } });
      const said = answer.claims.map(({ text }) => text);
      const warned = answer.safety.map(({ text }) => text);
      const rows = Array.from({ length: isTable ? size : 0 }, (_, at) =>
        words
          .row(at + 1)
          .map((cell, column) => `${words.columns[column]}: ${cell}`)
          .join('; '),
      );
      const wanted = [...told.filter(({ kind }) => kind !== 'warning').map(({ text }) => text), ...rows];
      const warnings = told.filter(({ kind }) => kind === 'warning').map(({ text }) => text);
      const silent =
        (answer.missing === '') === (isTable && told.length === 0) ? `it says “${answer.missing}” of missing steps` : undefined;
      const fault = firstDifference(said, wanted) ?? firstDifference(warned, warnings) ?? silent;
      return fault === undefined
        ? undefined
        : `${format}, ${size} ${isTable ? 'rows' : 'steps'}, ${answer.decision} ${answer.missing}: ${fault}\n${content.slice(0, 1500)}`;
    };
  },
};

function drawProcedure(words: Words, steps: number, random: Random): Piece[] {
  const pieces: Piece[] = [];
  const share = random.pick([0, 0.02, 0.2]);
  for (let number = 1; number <= steps; number += 1) {
    if (random.chance(share) || (number === 1 && random.chance(0.5))) pieces.push({ kind: 'warning', text: words.warning(number), number });
    pieces.push({ kind: 'step', text: words.step(number), number });
    if (random.chance(share)) pieces.push({ kind: 'more', text: words.more(number), number });
  }
  if (random.chance(0.5)) pieces.push({ kind: 'warning', text: words.warning(steps + 1), number: steps + 1 });
  return pieces;
}

/** Other work stands before and behind, as in a manual. */
function writeProcedure(words: Words, pieces: readonly Piece[], format: 'md' | 'html', random: Random): string {
  const isInside = random.chance(0.5);
  const before = { title: words.other[0], body: [1, 2].map((number): Piece => ({ kind: 'step', text: words.more(number), number })) };
  const behind = { title: words.other[1], body: [1, 2, 3].map((number): Piece => ({ kind: 'step', text: words.more(number), number })) };
  const sections = [before, { title: words.work, body: pieces }, behind].map(({ title, body }) =>
    writeProcedureSection(format, title, body, isInside),
  );
  return format === 'md'
    ? `# ${words.title}\n\n${sections.join('\n')}`
    : `<html><body><h1>${words.title}</h1>${sections.join('\n')}</body></html>`;
}

/** Points of isolation, the steps for isolating in a section of their own, and other work behind them. */
function writeTable(words: Words, rows: number, format: 'md' | 'html', steps: readonly Piece[], random: Random): string {
  const isolating = steps.length === 0 ? '' : writeProcedureSection(format, words.isolating, steps, random.chance(0.5));
  const cells = Array.from({ length: rows }, (_, at) => words.row(at + 1));
  if (format === 'md') {
    const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
    const table = [line(words.columns), line(words.columns.map(() => '---')), ...cells.map(line)];
    return `# ${words.title}\n\n## ${words.points}\n\n${table.join('\n')}\n\n${isolating}\n## ${words.other[1]}\n\n1. ${words.more(1)}\n`;
  }
  const row = (tag: string, one: readonly string[]) => `<tr>${one.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const table = [row('th', words.columns), ...cells.map((one) => row('td', one))].join('');
  return `<html><body><h1>${words.title}</h1><h2>${words.points}</h2><table>${table}</table>${isolating}<h2>${words.other[1]}</h2><p>—</p></body></html>`;
}

function firstDifference(said: readonly string[], wanted: readonly string[]): string | undefined {
  if (said.length === wanted.length && said.every((text, at) => text === wanted[at])) return undefined;
  const at = wanted.findIndex((text, index) => said[index] !== text);
  return `${said.length} said, ${wanted.length} wanted; first other at ${at}: “${said[at] ?? ''}” for “${wanted[at] ?? ''}”`;
}
