import { assertNever, type ColumnsRow } from '../../kernel/index.ts';
import type { DerivedFigure } from '../answer.ts';
import { type Derivation, unitsTouched } from '../derivation.ts';
import type { Check } from '../verify/check.ts';
import { cellOf } from './group-key.ts';
import { recountDurations } from './running-durations.ts';
import { recountRepeats } from './running-repeats.ts';

const DAY = 86_400_000;
const NOISE = 1e-9;

/** A derived figure once more, from the matched rows themselves. */
export interface RecountedDerived {
  add(row: ColumnsRow): void;
  check(told: readonly DerivedFigure[]): Check;
}

export function recountDerived(derivation: Derivation): RecountedDerived {
  const { add, value } = startRecount(derivation);
  return {
    add,
    check(told) {
      const [recounted, said] = [value(), told.find(({ kind }) => kind === derivation.kind)?.value];
      const isSame =
        recounted !== undefined && said !== undefined && Math.abs(recounted - said) <= NOISE * Math.max(1, Math.abs(recounted));
      return isSame
        ? { name: 'recomputed', outcome: 'passed', detail: `${derivation.kind} from the rows themselves` }
        : {
            name: 'recomputed',
            outcome: 'failed',
            detail: `${derivation.kind} is ${recounted ?? 'nothing'} from the rows themselves, not ${said ?? 'nothing'}`,
          };
    },
  };
}

function startRecount(derivation: Derivation): { add(row: ColumnsRow): void; value(): number | undefined } {
  switch (derivation.kind) {
    case 'interval':
      return startGaps(derivation);
    case 'repeats':
      return recountRepeats(derivation);
    case 'duration':
      return recountDurations(derivation);
    case 'rate': {
      let rows = 0;
      return {
        add() {
          rows += 1;
        },
        value: () => rows / unitsTouched(derivation),
      };
    }
    default:
      return assertNever(derivation);
  }
}

/** The mean of all gaps, where the figure itself goes by the first and the last time. */
function startGaps({ field }: Extract<Derivation, { kind: 'interval' }>) {
  const times: number[] = [];
  return {
    add(row: ColumnsRow) {
      const value = cellOf(row, field);
      if (value?.kind === 'date') times.push(value.time);
    },
    value() {
      times.sort((a, b) => a - b);
      const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
      return gaps.length === 0 ? undefined : gaps.reduce((sum, gap) => sum + gap, 0) / DAY / gaps.length;
    },
  };
}
