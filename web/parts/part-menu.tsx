import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../languages/words.ts';
import { Icon } from './icon.tsx';
import { useMedia } from './use-media.ts';
import type { PagePlace } from './use-place.ts';

const GUARDED = ['evaluate', 'admin'] as const satisfies readonly PagePlace['part'][];
const PARTS = ['ask', 'diagnose', 'explore', 'figures', 'library', 'review', 'search-test'] as const satisfies readonly PagePlace['part'][];

interface PartMenuProps {
  readonly place: PagePlace;
  /** Whether parts are offered that not everybody may open. */
  readonly may: Readonly<Record<(typeof GUARDED)[number], boolean>>;
}

/** The parts of the page, side by side where there is room, else behind a button that says where one is. */
export function PartMenu({ place, may }: PartMenuProps) {
  const words = useWords();
  const isRoomy = useMedia('(min-width: 72rem)');
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setIsOpen(false), [place.part, isRoomy]);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <nav
      class={isRoomy ? 'parts' : 'parts folded'}
      aria-label={words('page.navigation')}
      onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOpen(false);
      }}
    >
      {isRoomy ? undefined : (
        <button ref={button} type="button" class="quiet" aria-expanded={isOpen} aria-controls="parts" onClick={() => setIsOpen(!isOpen)}>
          <Icon name="menu" />
          <span class="for-readers">{words('page.navigation')}: </span>
          {words(`page.${place.part}`)}
        </button>
      )}
      <ul id="parts" hidden={!isRoomy && !isOpen}>
        {[...PARTS, ...GUARDED.filter((part) => may[part])].map((part) => (
          <li key={part}>
            <a href={`#/${part}`} aria-current={place.part === part ? 'page' : undefined} onClick={() => setIsOpen(false)}>
              {words(`page.${part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
