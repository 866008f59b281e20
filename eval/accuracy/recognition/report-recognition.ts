import { PAGE_LANGUAGES } from '../../../datasets/index.ts';
import { printTable } from '../../print-table.ts';
import type { RecognisedSample } from './run-recognition-suite.ts';

/** Each page in a line with what it lost, then the figures by how pages were scanned and in which language. */
export function reportRecognition(samples: readonly RecognisedSample[]): string {
  const rows = [false, true].flatMap((degraded) => {
    const own = samples.filter(({ manner }) => manner.degraded === degraded);
    const name = degraded ? 'degraded' : 'clean';
    return [
      ...PAGE_LANGUAGES.map((language) =>
        figures(
          `${name} ${language}`,
          own.filter((one) => one.language === language),
        ),
      ),
      figures(name, own),
    ];
  });
  const header = ['pages', 'count', 'character error %', 'facts', 'kept %', 'within 2 mm %', 'unsure words', 'wrong unmarked', 's a page'];
  return `${samples.map(describeSample).join('')}\n${printTable(header, [...rows, figures('all', samples)])}\n`;
}

/** One page in a line, with what was lost and misplaced below. */
export function describeSample({ seed, language, dpi, manner, outcome, milliseconds, score }: RecognisedSample): string {
  const how = `${manner.degraded ? 'degraded' : 'clean'}, turned ${90 * manner.quarters}°, skew ${manner.skew}°`;
  const seconds = (milliseconds / 1_000).toFixed(1);
  const error = ((100 * score.wrong) / score.characters).toFixed(1);
  const lost = score.lost.length === 0 ? '' : `    lost: ${score.lost.join(', ')}\n`;
  const unmarked = score.unmarked.length === 0 ? '' : `    wrong and not marked: ${score.unmarked.join(', ')}\n`;
  const misplaced = score.misplaced.length === 0 ? '' : `    elsewhere: ${score.misplaced.join(', ')}\n`;
  return `seed ${seed} ${language} ${dpi} dpi, ${how}: ${outcome}, ${error} % of characters wrong, ${score.kept} of ${score.facts} facts kept, ${seconds} s\n${lost}${misplaced}${unmarked}`;
}

function figures(name: string, samples: readonly RecognisedSample[]): (string | number)[] {
  const sum = (of: (sample: RecognisedSample) => number) => samples.reduce((total, sample) => total + of(sample), 0);
  const share = (part: number, whole: number) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));
  const facts = sum(({ score }) => score.facts);
  const kept = sum(({ score }) => score.kept);
  const seconds = samples.length === 0 ? '-' : (sum(({ milliseconds }) => milliseconds) / samples.length / 1_000).toFixed(1);
  return [
    name,
    samples.length,
    share(
      sum(({ score }) => score.wrong),
      sum(({ score }) => score.characters),
    ),
    facts,
    share(kept, facts),
    share(
      sum(({ score }) => score.placed),
      kept,
    ),
    sum(({ unsure }) => unsure),
    sum(({ score }) => score.unmarked.length),
    seconds,
  ];
}
