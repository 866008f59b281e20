import { useState } from 'preact/hooks';
import type { AuditEvent } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';

/** Parts of the query of the audit trail; empty: whatever it is. Instants as text. */
export interface AuditQuery {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Those that people look for; the others are named as the service names them. */
const ACTIONS: readonly AuditEvent['action'][] = [
  'signed-in',
  'signed-out',
  'sign-in-refused',
  'account-created',
  'account-changed',
  'account-removed',
  'password-set',
  'api-key-created',
  'api-key-revoked',
  'document-received',
  'document-deleted',
  'version-deleted',
  'labels-set',
  'decision-made',
  'decision-undone',
  'question-answered',
  'feedback-given',
  'feedback-withdrawn',
  'fault-diagnosed',
  'passages-searched',
  'content-read',
  'knowledge-exported',
  'audit-trimmed',
];

/** Asks which events are wanted. */
export function AuditFilter({ set }: { readonly set: (query: AuditQuery) => void }) {
  const words = useWords();
  const [actor, setActor] = useState('');
  const [action, setAction] = useState('');
  const [subject, setSubject] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        set({ actor: actor.trim(), action, subject: subject.trim(), from: instantOf(from), to: instantOf(to) });
      }}
    >
      <span class="field">
        <label for="audit-actor">{words('admin.actor')}</label>
        <input id="audit-actor" autocomplete="off" value={actor} onInput={({ currentTarget }) => setActor(currentTarget.value)} />
      </span>
      <span class="field">
        <label for="audit-action">{words('admin.action')}</label>
        <select id="audit-action" value={action} onChange={({ currentTarget }) => setAction(currentTarget.value)}>
          <option value="">{words('admin.anyAction')}</option>
          {ACTIONS.map((name) => (
            <option key={name} value={name}>
              {wordsFor(words, 'auditAction', name)}
            </option>
          ))}
        </select>
      </span>
      <span class="field">
        <label for="audit-subject">{words('admin.subject')}</label>
        <input id="audit-subject" autocomplete="off" value={subject} onInput={({ currentTarget }) => setSubject(currentTarget.value)} />
      </span>
      <span class="field">
        <label for="audit-from">{words('admin.from')}</label>
        <input id="audit-from" type="datetime-local" value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
      </span>
      <span class="field">
        <label for="audit-to">{words('admin.to')}</label>
        <input id="audit-to" type="datetime-local" value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </span>
      <button type="submit">{words('admin.filter')}</button>
    </form>
  );
}

/** A local time as it is typed, as an instant. */
function instantOf(text: string): string {
  return text === '' ? '' : new Date(text).toISOString();
}
