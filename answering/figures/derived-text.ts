import { assertNever } from '../../kernel/index.ts';
import { figurePhrase } from '../../ontology/index.ts';
import { type Derivation, unitsTouched } from '../derivation.ts';

/** What is told of a derived figure; `common` fills in rows, scope and how many matched, `nameOf` says what a column is called. */
export function derivedText(
  language: 'zh' | 'en',
  derivation: Derivation,
  value: number,
  common: Readonly<Record<string, string | number>>,
  [first, last]: readonly unknown[],
  nameOf: (field: NonNullable<Extract<Derivation, { kind: 'repeats' }>['by']>) => string,
): string {
  const figure = String(Math.round(value * 100) / 100);
  const days = String(Math.round((value / 24) * 100) / 100);
  switch (derivation.kind) {
    case 'interval': {
      const told = figurePhrase(language, 'interval', { ...common, figure, first: day(first), last: day(last) });
      return derivation.isEachFailure ? `${told}${figurePhrase(language, 'each a failure', common)}` : told;
    }
    case 'repeats': {
      const by = derivation.by === undefined ? '' : figurePhrase(language, 'by column', { column: nameOf(derivation.by) });
      return figurePhrase(language, 'repeats', { ...common, figure, within: derivation.written, by });
    }
    case 'duration':
      return figurePhrase(language, 'duration', { ...common, figure, days, from: nameOf(derivation.from), to: nameOf(derivation.to) });
    case 'rate': {
      const unit = figurePhrase(language, `unit ${derivation.unit}`);
      const many = figurePhrase(language, `units ${derivation.unit}`);
      return figurePhrase(language, 'rate', { ...common, figure, unit, many, units: unitsTouched(derivation) });
    }
    default:
      return assertNever(derivation);
  }
}

function day(time: unknown): string {
  return typeof time === 'number' ? new Date(time).toISOString().slice(0, 10) : '';
}
