import { examineStores } from '../client/admin.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { Failure } from './failure.tsx';
import { useList } from './use-list.ts';

const SIGNS = { ok: 'check', warn: 'warning', fail: 'cross' } as const;

/** Whether the stores are well, and what to do where they are not. */
export function StoresView() {
  const words = useWords();
  const { value, failure, reload } = useList(examineStores);
  return (
    <>
      <p class="choices">
        <button type="button" onClick={reload}>
          {words('admin.reload')}
        </button>
      </p>
      <Failure text={failure} />
      <ul class="cards">
        {value?.lines.map(({ name, level, detail, remedy }) => (
          <li key={name} class={`health-${level}`}>
            <p>
              <Icon name={SIGNS[level]} />
              <span class="for-readers">{wordsFor(words, 'health', level)}: </span>
              <strong>{wordsFor(words, 'doctor', name)}</strong>
            </p>
            {/* The service tells it in English. */}
            <p lang="en">{detail}</p>
            {remedy === undefined ? undefined : (
              <p lang="en" class="notice warning">
                {remedy}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
