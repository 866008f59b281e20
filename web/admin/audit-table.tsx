import type { AuditEvent } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';

/** Events of the audit trail, a row each. */
export function AuditTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const words = useWords();
  const when = useWhen();
  if (events.length === 0) return <p class="notice">{words('admin.noEvents')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen is scrolled by keyboard too
    <section class="wide" aria-label={words('admin.audit')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words('admin.number')}</th>
            <th scope="col">{words('admin.when')}</th>
            <th scope="col">{words('admin.actor')}</th>
            <th scope="col">{words('admin.action')}</th>
            <th scope="col">{words('admin.subject')}</th>
            <th scope="col">{words('admin.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ number, at, actor, action, subject, detail }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>
                <time dateTime={at}>{when(at)}</time>
              </td>
              <td>{actor}</td>
              <td>{wordsFor(words, 'auditAction', action)}</td>
              <td class="id">{subject}</td>
              <td>
                {Object.entries(detail)
                  .map(([name, value]) => `${name}: ${String(value)}`)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
