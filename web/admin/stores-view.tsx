import { useContext } from 'preact/hooks';
import { examineStores } from '../client/admin.ts';
import { LanguageContext, useWords, wordsFor } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { Failure } from './failure.tsx';
import { useList } from './use-list.ts';

const SIGNS = { ok: 'check', warn: 'warning', fail: 'cross' } as const;

/** Whether the stores are well, and what to do where they are not. */
export function StoresView() {
  const words = useWords();
  const language = useContext(LanguageContext);
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
        {value?.lines.map(({ name, level, zh, ...en }) => {
          const { detail, remedy } = language === 'zh' ? zh : en;
          return (
            <li key={name} class={`health-${level}`}>
              <p>
                <Icon name={SIGNS[level]} />
                <span class="for-readers">{wordsFor(words, 'health', level)}: </span>
                <strong>{wordsFor(words, 'doctor', name)}</strong>
              </p>
              <p>{detail}</p>
              {remedy === undefined ? undefined : <p class="notice warning">{remedy}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
