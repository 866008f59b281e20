import type { GivenRights } from '../client/admin.ts';
import { useWords, wordsFor } from '../languages/words.ts';

const ROLES: readonly GivenRights['role'][] = ['reader', 'technician', 'engineer', 'reviewer', 'admin'];

/** Rights as they are typed. */
export interface TypedRights {
  readonly role: GivenRights['role'];
  readonly labels: string;
}

interface RightsFieldsProps {
  /** Part of the ids of the fields, of which a page has several. */
  readonly of: string;
  readonly rights: TypedRights;
  readonly set: (rights: TypedRights) => void;
}

/** Role and labels of an account or a key. */
export function RightsFields({ of, rights, set }: RightsFieldsProps) {
  const words = useWords();
  return (
    <>
      <span class="field">
        <label for={`${of}-role`}>{words('admin.role')}</label>
        <select
          id={`${of}-role`}
          value={rights.role}
          onChange={({ currentTarget: { value } }) => set({ ...rights, role: ROLES.find((role) => role === value) ?? 'reader' })}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {wordsFor(words, 'callerRole', role)}
            </option>
          ))}
        </select>
      </span>
      <span class="field">
        <label for={`${of}-labels`}>{words('admin.labels')}</label>
        <input
          id={`${of}-labels`}
          autocomplete="off"
          value={rights.labels}
          onInput={({ currentTarget }) => set({ ...rights, labels: currentTarget.value })}
        />
      </span>
    </>
  );
}
