import type { CreatedApiKey } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

interface ShownKeyProps {
  readonly made: CreatedApiKey;
  readonly close: () => void;
}

/** A new key, this once. */
export function ShownKey({ made: { name, secret }, close }: ShownKeyProps) {
  const words = useWords();
  return (
    <div class="notice shown-key" role="status">
      <p>{words('admin.shownOnce', { name })}</p>
      <p>
        <code class="secret">{secret}</code>
      </p>
      <p class="choices">
        <button type="button" onClick={() => void navigator.clipboard?.writeText(secret)}>
          <Icon name="copy" />
          {words('admin.copy')}
        </button>
        <button type="button" onClick={close}>
          {words('admin.hide')}
        </button>
      </p>
    </div>
  );
}
