import { useState } from 'preact/hooks';
import type { DecisionDraft, Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';

interface CorrectRowProps {
  readonly id: string;
  readonly subject: Extract<Review['subject'], { kind: 'doubtful-row' }>;
  /** The words of the row. */
  readonly text: string;
  /** Undefined once something else is being said than was chosen. */
  readonly choose: (decision: DecisionDraft | undefined) => void;
}

/** A field for each cell of a row; a decision corrects one of them, so that another one that was changed before is as printed again. */
export function CorrectRow({ id, subject, text, choose }: CorrectRowProps) {
  const words = useWords();
  const [edited, setEdited] = useState<{ readonly cell: number; readonly text: string } | undefined>(undefined);
  const { version, passage, cells } = subject;
  const cell = edited === undefined ? undefined : cells[edited.cell];
  const read = cell === undefined ? '' : text.slice(cell.start, cell.end);
  const isSaid = edited !== undefined && edited.text.trim() !== '' && edited.text !== read;
  return (
    <div class="cells">
      {cells.map(({ column, start, end }, index) => (
        <p key={`${column} ${start}`}>
          <label for={`cell-${index}-${id}`}>{words('decide.cell', { column })}</label>
          <input
            id={`cell-${index}-${id}`}
            type="text"
            value={edited?.cell === index ? edited.text : text.slice(start, end)}
            onInput={(event) => {
              setEdited({ cell: index, text: event.currentTarget.value });
              choose(undefined);
            }}
          />
        </p>
      ))}
      <button
        type="button"
        disabled={!isSaid}
        onClick={() => {
          if (cell === undefined || edited === undefined) return;
          const { start, end } = cell;
          choose({ kind: 'correct-text', version, passage, start, end, read, text: edited.text.trim().normalize('NFC') });
        }}
      >
        {words('effect.show')}
      </button>
    </div>
  );
}
