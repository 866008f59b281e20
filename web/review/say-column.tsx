import { useState } from 'preact/hooks';
import type { DecisionDraft, Review } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { ROLES } from './roles.ts';

interface SayColumnProps {
  readonly id: string;
  readonly subject: Extract<Review['subject'], { kind: 'doubtful-column' }>;
  /** Undefined once something else is being said than was chosen. */
  readonly choose: (decision: DecisionDraft | undefined) => void;
}

/** What a column means: role, unit of its numbers, its codes, each as far as it is known. */
export function SayColumn({ id, subject, choose }: SayColumnProps) {
  const words = useWords();
  const [role, setRole] = useState('');
  const [unit, setUnit] = useState('');
  const [codes, setCodes] = useState('');
  const said = decisionOf(subject, { role, unit, codes });
  const changed = (set: (text: string) => void) => (text: string) => {
    set(text);
    choose(undefined);
  };
  return (
    <div class="said">
      <label for={`role-${id}`}>{words('decide.means')}</label>
      <select id={`role-${id}`} value={role} onChange={(event) => changed(setRole)(event.currentTarget.value)}>
        <option value="">{words('decide.choose')}</option>
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {wordsFor(words, 'role', one)}
          </option>
        ))}
      </select>
      <label for={`unit-${id}`}>{words('decide.unit')}</label>
      <input id={`unit-${id}`} class="unit" type="text" value={unit} onInput={(event) => changed(setUnit)(event.currentTarget.value)} />
      <label for={`codes-${id}`}>{words('decide.codes')}</label>
      <textarea id={`codes-${id}`} rows={2} value={codes} onInput={(event) => changed(setCodes)(event.currentTarget.value)} />
      <button type="button" disabled={said === undefined} onClick={() => choose(said)}>
        {words('effect.show')}
      </button>
    </div>
  );
}

/** Undefined where nothing is said. */
function decisionOf(
  { version, table, column }: SayColumnProps['subject'],
  { role, unit, codes }: { readonly role: string; readonly unit: string; readonly codes: string },
): DecisionDraft | undefined {
  const known = ROLES.find((one) => one === role);
  const meanings = codes.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    const [code, text] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at < 0 || code === '' || text === '' ? [] : [[code, text]];
  });
  if (known === undefined && unit.trim() === '' && meanings.length === 0) return undefined;
  return {
    kind: 'correct-column',
    version,
    table,
    column,
    ...(known === undefined ? {} : { role: known }),
    ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(meanings.length === 0 ? {} : { codes: Object.fromEntries(meanings) }),
  };
}
