import { compareText } from '../../../kernel/index.ts';
import { printTable } from '../../print-table.ts';
import type { WordingRun } from './run-wording-suite.ts';

/** How much a model said, how much of it is shown, and by which checks the rest was cut. Whether what it said is true people have to read. */
export function reportWording({ model, asked, cases, withoutReply }: WordingRun): string {
  const said = cases.flatMap((one) => one.said);
  const reasons = cases.flatMap(({ cut }) => cut.flatMap((one) => [...new Set(one)]));
  const counted = [...new Set(reasons)]
    .map((reason) => [reason, reasons.filter((one) => one === reason).length] as const)
    .sort(([a, n], [b, m]) => m - n || compareText(a, b));
  return `${[
    `${model}: ${asked} questions asked, ${cases.length} answers worded, ${withoutReply.length} without a reply that could be read`,
    printTable(
      ['', 'sentences', 'answers'],
      [
        ['said by the model', said.length, cases.filter((one) => one.said.length > 0).length],
        ['shown', said.filter(({ isShown }) => isShown).length, cases.filter((one) => one.said.some(({ isShown }) => isShown)).length],
        ['cut', cases.reduce((sum, { cut }) => sum + cut.length, 0), cases.filter(({ cut }) => cut.length > 0).length],
      ],
    ),
    printTable(['cut by', 'sentences'], counted),
    ...(withoutReply.length === 0 ? [] : [`without a reply: ${withoutReply.join(', ')}`]),
  ].join('\n\n')}\n`;
}

/** Every case to be read by people: question, what was offered, each sentence with what became of it, and what is shown. */
export function printWordedCases({ cases }: WordingRun): string {
  return cases
    .map(({ id, question, offered, said, cut, shown }) =>
      [
        `## ${id}: ${question}`,
        offered,
        ...said.map(({ text, cites, isShown }) => `${isShown ? 'shown' : 'cut'} [${cites.join(', ')}]: ${text}`),
        ...(cut.length === 0 ? [] : [`cut by: ${cut.map((reasons) => reasons.join(', ')).join('; ')}`]),
        'answer:',
        ...shown.map(({ text, isWorded }) => `- ${isWorded ? '(model) ' : ''}${text}`),
      ].join('\n'),
    )
    .join('\n\n');
}
