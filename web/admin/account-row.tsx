import { useState } from 'preact/hooks';
import { removeAccount, setPassword, setRights } from '../client/admin.ts';
import type { Account } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { readLabels, writeLabels } from './read-labels.ts';
import { RightsFields } from './rights-fields.tsx';
import { RightsText } from './rights-text.tsx';
import type { List } from './use-list.ts';

interface AccountRowProps {
  readonly account: Account;
  readonly change: List<unknown>['change'];
}

/** One account with what can be done to it. */
export function AccountRow({ account, change }: AccountRowProps) {
  const words = useWords();
  const when = useWhen();
  const { id, name, passwordAt, removedAt } = account;
  const [isOpen, setIsOpen] = useState(false);
  const [rights, setTyped] = useState({ role: account.role, labels: writeLabels(account.labels) });
  const [password, setTypedPassword] = useState('');
  const isOver = removedAt !== undefined;
  return (
    <li class={isOver ? 'over' : undefined}>
      <p>
        <strong>{name}</strong> <RightsText rights={account} />
      </p>
      <p class="aside">
        {isOver ? words('admin.removed', { when: when(removedAt) }) : words('admin.passwordOf', { when: when(passwordAt) })}
      </p>
      {isOver ? undefined : (
        <p class="choices">
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {words('admin.change')}
          </button>
          <ConfirmButton
            label={words('admin.remove')}
            question={words('admin.removeAsk', { name })}
            confirm={() => void change(() => removeAccount(id))}
          />
        </p>
      )}
      {isOpen && !isOver ? (
        <>
          <form
            class="fields"
            onSubmit={(event) => {
              event.preventDefault();
              void change(() => setRights(id, { role: rights.role, labels: readLabels(rights.labels) })).then((made) => setIsOpen(!made));
            }}
          >
            <RightsFields of={id} rights={rights} set={setTyped} />
            <button type="submit">{words('admin.setRights')}</button>
          </form>
          <form
            class="fields"
            onSubmit={(event) => {
              event.preventDefault();
              setTypedPassword('');
              void change(() => setPassword(id, password)).then((made) => setIsOpen(!made));
            }}
          >
            <span class="field">
              <label for={`${id}-password`}>{words('admin.newPassword')}</label>
              <input
                id={`${id}-password`}
                type="password"
                autocomplete="new-password"
                minLength={12}
                value={password}
                onInput={({ currentTarget }) => setTypedPassword(currentTarget.value)}
              />
            </span>
            <button type="submit" disabled={password === ''}>
              {words('admin.setPassword')}
            </button>
          </form>
        </>
      ) : undefined}
    </li>
  );
}
