import type { ComparedAnswer, ComparedFacts, ScanReport } from './run-scan-suite.ts';

/** What of the facts and answers is the same, as a share, with each fact and answer that is not. */
export function reportScans(report: ScanReport): string {
  const answers = report.answers.length === 0 ? [] : ['', ...describeAnswers(report.answers)];
  return [`# ${report.name}`, '', ...report.facts.flatMap(describeFacts), ...answers, ''].join('\n');
}

function describeFacts({ file, outcome, byText, both, ofPictures, lost, invented }: ComparedFacts): readonly string[] {
  const pictures = ofPictures === 0 ? '' : `; ${ofPictures} more are of pictures in it`;
  return [
    `${file} (${outcome}): ${both} of ${byText} facts of the text are read of its scan (${share(both, byText)}), ${invented.length} others${pictures}`,
    ...lost.map((words) => `  lost: ${words}`),
    ...invented.map((words) => `  other: ${words}`),
  ];
}

function describeAnswers(answers: readonly ComparedAnswer[]): readonly string[] {
  const same = answers.filter(({ byText, byScan }) => byText.grade === byScan.grade);
  const right = answers.filter(({ byText }) => byText.grade === 'right');
  const kept = right.filter(({ byScan }) => byScan.grade === 'right');
  const wrong = answers.filter(({ byText, byScan }) => byScan.grade === 'wrong' && byText.grade !== 'wrong');
  const unmarked = answers.flatMap((one) => one.unmarked.map((quote) => `  ${one.id}: ${quote}`));
  return [
    `${same.length} of ${answers.length} answers are graded alike (${share(same.length, answers.length)}); of ${right.length} that are right over the text, ${kept.length} are over its scan (${share(kept.length, right.length)})`,
    `${wrong.length} are wrong over the scan alone; ${unmarked.length} quotes of scans bear no mark that they were recognised`,
    ...unmarked,
    ...answers
      .filter(({ byText, byScan }) => byText.grade !== byScan.grade)
      .flatMap(({ id, question, byText, byScan }) => [
        `  ${id} ${question}`,
        `    text, ${byText.grade}: ${wordsOf(byText)}`,
        `    scan, ${byScan.grade}: ${wordsOf(byScan)}`,
      ]),
  ];
}

function wordsOf({ content }: ComparedAnswer['byText']): string {
  const said = content.claims.map(({ text }) => text).join(' / ');
  return said === '' ? `${content.decision}: ${content.missing}` : `${content.decision}: ${said}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}
