import { printTable } from '../../print-table.ts';
import type { LawsReport } from './run-laws-suite.ts';

/** The report as Markdown: each law with its trials, then what broke one. */
export function reportLaws({ seed, laws }: LawsReport): string {
  const table = printTable(
    ['law', 'trials', 'broken'],
    laws.map(({ name, trials, broken }) => [name, trials, broken]),
  );
  const states = laws.map(({ name, states }) => `- ${name}: ${states}`).join('\n');
  const broken = laws.flatMap(({ name, counterexamples }) => counterexamples.map(({ trial, what }) => `${name}, trial ${trial}: ${what}`));
  const cases = broken.length === 0 ? '' : `\n${broken.join('\n\n')}\n`;
  return `# Laws, seed ${seed}\n\n\`\`\`\n${table}\n\`\`\`\n\n${states}\n${cases}`;
}
