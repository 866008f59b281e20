import type { DecisionEffect } from '../contract.ts';
import type { Speak } from '../languages/speak.ts';
import { useWords, wordsFor } from '../languages/words.ts';

type Effect = Extract<DecisionEffect, { kind: 'rows' }>;
type Reading = Effect['samples'][number]['cells'][number]['before'];

/** Which documents would be read anew, and some cells as they are read and as they would be. */
export function RowsEffect({ effect }: { readonly effect: Effect }) {
  const words = useWords();
  const { total, documents, rows, looked, changed, faulty, samples } = effect;
  return (
    <>
      <p>{words('effect.rows', { total, rows })}</p>
      <ul class="aside">
        {documents.map(({ versionId, title, rows: own }) => (
          <li key={versionId}>{own === undefined ? title : words('effect.document', { title, rows: own })}</li>
        ))}
        {total > documents.length ? <li>{words('effect.more', { count: total - documents.length })}</li> : undefined}
      </ul>
      <p>
        {words('effect.looked', { looked, changed })}{' '}
        {faulty.before + faulty.after === 0 ? undefined : (
          <span class={faulty.after > faulty.before ? 'warned' : ''}>{words('effect.faulty', faulty)}</span>
        )}
      </p>
      {samples.length === 0 ? undefined : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words('effect.cell')}</th>
              <th scope="col">{words('effect.now')}</th>
              <th scope="col">{words('effect.then')}</th>
            </tr>
          </thead>
          <tbody>
            {samples.flatMap(({ passageId, cells, fault }) => [
              ...cells.map(({ column, printed, before, after }) => (
                <tr key={`${passageId} ${column}`}>
                  <th scope="row">
                    {column}: <q>{printed}</q>
                  </th>
                  <td>{describeReading(words, before)}</td>
                  <td>{describeReading(words, after)}</td>
                </tr>
              )),
              ...(fault.after === undefined || fault.after === fault.before
                ? []
                : [
                    <tr key={`${passageId} fault`}>
                      <td colSpan={3} class="warned">
                        {words('effect.fault', { fault: fault.after })}
                      </td>
                    </tr>,
                  ]),
            ])}
          </tbody>
        </table>
      )}
    </>
  );
}

/** What a cell means and its value, as far as it is understood. */
function describeReading(words: Speak, { role, text, value }: Reading): string {
  const meaning = role === undefined ? words('effect.noRole') : wordsFor(words, 'role', role);
  return `${meaning}: ${value === undefined ? text : value === null ? words('effect.empty') : describeValue(value)}`;
}

function describeValue(value: NonNullable<Reading['value']>): string {
  switch (value.kind) {
    case 'text':
    case 'identifier':
    case 'concept':
      return value.text;
    case 'number':
      return String(value.number);
    case 'quantity': {
      const { unit } = value.quantity;
      return value.text.endsWith(unit) ? value.text : `${value.text} ${unit}`;
    }
    case 'date':
      return new Date(value.time)
        .toISOString()
        .slice(0, value.precision === 'day' ? 10 : 16)
        .replace('T', ' ');
    default:
      return value satisfies never;
  }
}
