import { type ColumnRole, fold, hashParts, languageOf } from '../../kernel/index.ts';
import { activityEffort, type Effort, splitItems } from '../../ontology/index.ts';
import { type DraftClaim, quoteUnit } from '../compose/composition.ts';
import type { EvidenceUnit, UnitCell } from '../compose/evidence-unit.ts';
import type { Question } from '../question/question.ts';
import { showRow } from '../shown/show-row.ts';

export interface DraftTold {
  readonly text: string;
  readonly claim: DraftClaim;
}

/** A cause that a row documents, with what is quoted of the row. */
export interface DraftCause extends DraftTold {
  readonly id: string;
  readonly remedies: readonly DraftTold[];
  readonly check: DraftCheck;
}

export interface DraftCheck {
  readonly id: string;
  readonly effort: Effort;
  /** Absent where the row says nothing to check. */
  readonly told?: DraftTold;
}

const SUBJECT: ReadonlySet<ColumnRole> = new Set(['symptom', 'alarm-code', 'alarm-text', 'component', 'failure-mode', 'effect']);
const REMEDIES: ReadonlySet<ColumnRole> = new Set(['remedy', 'action']);
/** Where nothing named says what looking takes. */
const USUAL: Effort = 'measure';
const ID_LENGTH = 12;

/**
 * The causes of a row of a table of faults or alarms: each item of its cause cell, in order. What the row says to check tells all of
 * them alike, what it says to do is offered for each: which item of one cell goes with which of another is not for us to say.
 */
export function causesOfRow(question: Question, unit: EvidenceUnit): readonly DraftCause[] {
  const { stored } = unit;
  const quote = (cells: readonly UnitCell[]) => showRow(question, quoteUnit(unit, cells));
  const subject = unit.cells.filter(({ role }) => role !== undefined && SUBJECT.has(role));
  const tell = (cells: readonly UnitCell[]): DraftTold => ({
    text: cells.map(({ text }) => text.trim()).join('; '),
    claim: quote([...subject, ...cells]),
  });
  const causes = inLanguage(question, cellsOf(unit, new Set(['cause'])));
  const remedies = inLanguage(question, cellsOf(unit, REMEDIES));
  const checks = inLanguage(question, cellsOf(unit, new Set(['check'])));
  const idOf = (...parts: readonly string[]) => hashParts([stored.passage.id, ...parts]).slice(0, ID_LENGTH);
  const asked = checks.map(({ text }) => text).join(' ');
  const effort = activityEffort(asked === '' ? remedies.map(({ text }) => text).join(' ') : asked) ?? USUAL;
  return causes.flatMap((cell) =>
    splitItems(cell.text).map(({ start, end }): DraftCause => {
      const text = cell.text.slice(start, end);
      const id = idOf('cause', text);
      return {
        id,
        text,
        claim: quote([...subject, cell]),
        remedies: remedies.map((one) => tell([one])),
        check:
          checks.length === 0
            ? { id: idOf('look', text), effort }
            : // One check that several rows name is made once.
              { id: hashParts([stored.passage.versionId, fold(asked)]).slice(0, ID_LENGTH), effort, told: tell(checks) },
      };
    }),
  );
}

function cellsOf({ cells }: EvidenceUnit, roles: ReadonlySet<ColumnRole>): readonly UnitCell[] {
  return cells.filter(({ role, text }) => role !== undefined && roles.has(role) && text.trim() !== '');
}

/** Of columns that say the same in two languages those of the asker's. */
function inLanguage({ language }: Question, cells: readonly UnitCell[]): readonly UnitCell[] {
  const own = cells.filter(({ text }) => languageOf(text) === language);
  return own.length === 0 ? cells : own;
}
