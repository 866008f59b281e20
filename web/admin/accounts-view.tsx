import { useState } from 'preact/hooks';
import { addAccount, allAccounts } from '../client/admin.ts';
import { useWords } from '../languages/words.ts';
import { AccountRow } from './account-row.tsx';
import { Failure } from './failure.tsx';
import { readLabels } from './read-labels.ts';
import { RightsFields, type TypedRights } from './rights-fields.tsx';
import { useList } from './use-list.ts';

const FIRST: TypedRights = { role: 'reader', labels: '' };

/** People who sign in: made, changed and ended. */
export function AccountsView() {
  const words = useWords();
  const { value: accounts, failure, change } = useList(allAccounts);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [rights, setRights] = useState(FIRST);
  const add = async () => {
    const made = await change(() => addAccount({ name, password, role: rights.role, labels: readLabels(rights.labels) }));
    setPassword('');
    if (!made) return;
    setName('');
    setRights(FIRST);
  };
  return (
    <>
      <p class="aside">{words('admin.accountsAre')}</p>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <span class="field">
          <label for="new-name">{words('signIn.name')}</label>
          <input id="new-name" autocomplete="off" value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </span>
        <span class="field">
          <label for="new-password">{words('admin.password')}</label>
          <input
            id="new-password"
            type="password"
            autocomplete="new-password"
            minLength={12}
            value={password}
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </span>
        <RightsFields of="new" rights={rights} set={setRights} />
        <button type="submit" class="main" disabled={name.trim() === '' || password === ''}>
          {words('admin.addAccount')}
        </button>
      </form>
      <Failure text={failure} />
      <ul class="cards">
        {accounts?.map((account) => (
          <AccountRow key={account.id} account={account} change={change} />
        ))}
      </ul>
    </>
  );
}
