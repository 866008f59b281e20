import { useCallback, useEffect, useState } from 'preact/hooks';
import { auditPage } from '../client/admin.ts';
import type { AuditEvent } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { AuditFilter, type AuditQuery } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';
import { Failure } from './failure.tsx';

const PAGE = '50';
const ALL: AuditQuery = { actor: '', action: '', subject: '', from: '', to: '' };

/** Who asked and who changed what, newest first, page by page. */
export function AuditView() {
  const words = useWords();
  const [query, setQuery] = useState(ALL);
  const [events, setEvents] = useState<readonly AuditEvent[]>([]);
  const [next, setNext] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const load = useCallback(
    (cursor: string, signal: AbortSignal) =>
      auditPage({ ...query, limit: PAGE, cursor }, signal).then(
        (page) => {
          setEvents((before) => (cursor === '' ? page.events : [...before, ...page.events]));
          setNext(page.next);
          setFailure(undefined);
        },
        (error: unknown) => {
          if (!signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
        },
      ),
    [query],
  );
  useEffect(() => {
    const abort = new AbortController();
    void load('', abort.signal);
    return () => abort.abort();
  }, [load]);
  return (
    <>
      <p class="aside">{words('admin.auditIs')}</p>
      <AuditFilter set={setQuery} />
      <Failure text={failure} />
      <AuditTable events={events} />
      {next === undefined ? undefined : (
        <button type="button" onClick={() => void load(next, new AbortController().signal)}>
          {words('admin.older')}
        </button>
      )}
    </>
  );
}
