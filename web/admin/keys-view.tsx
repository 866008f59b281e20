import { useState } from 'preact/hooks';
import { addKey, allKeys, revokeKey } from '../client/admin.ts';
import type { ApiKey, CreatedApiKey } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { useWhen } from '../parts/use-when.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Failure } from './failure.tsx';
import { readLabels } from './read-labels.ts';
import { RightsFields, type TypedRights } from './rights-fields.tsx';
import { RightsText } from './rights-text.tsx';
import { ShownKey } from './shown-key.tsx';
import { useList } from './use-list.ts';

const FIRST: TypedRights = { role: 'reader', labels: '' };
const DAYS = 365;

/** Keys of programs: made, shown once, revoked. */
export function KeysView() {
  const words = useWords();
  const when = useWhen();
  const { value: keys, failure, change } = useList(allKeys);
  const [name, setName] = useState('');
  const [days, setDays] = useState(String(DAYS));
  const [rights, setRights] = useState(FIRST);
  const [made, setMade] = useState<CreatedApiKey>();
  const add = () =>
    change(async () => {
      const lasts = days.trim() === '' ? null : Number(days);
      setMade(await addKey({ name, role: rights.role, labels: readLabels(rights.labels), days: lasts }));
      setName('');
    });
  const stateOf = ({ expiresAt, revokedAt }: ApiKey) => {
    if (revokedAt !== undefined) return words('admin.revoked', { when: when(revokedAt) });
    return expiresAt === undefined ? words('admin.lasting') : words('admin.until', { when: when(expiresAt) });
  };
  return (
    <>
      <p class="aside">{words('admin.keysAre')}</p>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          setMade(undefined);
          void add();
        }}
      >
        <span class="field">
          <label for="key-name">{words('admin.keyName')}</label>
          <input id="key-name" autocomplete="off" value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </span>
        <RightsFields of="key" rights={rights} set={setRights} />
        <span class="field">
          <label for="key-days">{words('admin.days')}</label>
          <input
            id="key-days"
            type="number"
            min={1}
            max={36_500}
            value={days}
            onInput={({ currentTarget }) => setDays(currentTarget.value)}
          />
        </span>
        <button type="submit" class="main" disabled={name.trim() === ''}>
          {words('admin.addKey')}
        </button>
      </form>
      <Failure text={failure} />
      {made === undefined ? undefined : <ShownKey made={made} close={() => setMade(undefined)} />}
      {keys?.length === 0 ? <p class="notice">{words('admin.noKeys')}</p> : undefined}
      <ul class="cards">
        {keys?.map((key) => (
          <li key={key.id} class={key.revokedAt === undefined ? undefined : 'over'}>
            <p>
              <strong>{key.name}</strong> <RightsText rights={key} />
            </p>
            <p class="aside">
              {stateOf(key)} · {key.usedAt === undefined ? words('admin.neverUsed') : words('admin.used', { when: when(key.usedAt) })}
            </p>
            {key.revokedAt === undefined ? (
              <p class="choices">
                <ConfirmButton
                  label={words('admin.revoke')}
                  question={words('admin.revokeAsk', { name: key.name })}
                  confirm={() => void change(() => revokeKey(key.id))}
                />
              </p>
            ) : undefined}
          </li>
        ))}
      </ul>
    </>
  );
}
