import { useEffect } from 'preact/hooks';
import type { Session } from './contract.ts';
import type { PageLanguage } from './languages/speak.ts';
import { useWords } from './languages/words.ts';
import { Icon } from './parts/icon.tsx';
import { PartMenu } from './parts/part-menu.tsx';
import { useKept } from './parts/use-kept.ts';
import type { PagePlace } from './parts/use-place.ts';
import type { Entry } from './sign-in/use-session.ts';
import { WhoMenu } from './sign-in/who-menu.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

interface HeaderProps {
  readonly place: PagePlace;
  readonly language: PageLanguage;
  readonly choose: (language: PageLanguage) => void;
  readonly entry: Entry;
}

/** Name, parts of the page, language and light, and who is signed in; who is not let in is offered no parts. */
export function Header({ place, language, choose, entry }: HeaderProps) {
  const words = useWords();
  const [theme, setTheme] = useKept('theme', THEMES, () => 'system');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const session = entry.kind === 'open' ? entry.session : undefined;
  const does = (action: Session['may'][number]) => session?.may.includes(action) === true;
  // Cases quote documents, so reports are for those who may read them all.
  const may = { admin: does('administer'), evaluate: does('audit') && session?.labels === 'all' };
  const other = language === 'zh' ? 'en' : 'zh';
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <header class="frame">
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {words('page.skip')}
      </button>
      <span class="brand">
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span class="brand-name">Faultline</span>
      </span>
      {/* Who is not let in is offered no parts. */}
      {entry.kind === 'closed' ? <span class="parts" /> : <PartMenu place={place} may={may} />}
      <button
        type="button"
        class="quiet"
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        title={words('page.language.label')}
        onClick={() => choose(other)}
      >
        {words('page.language')}
      </button>
      <button
        type="button"
        class="quiet sign"
        aria-label={words('page.theme', { theme: words(`theme.${theme}`) })}
        title={words('page.theme', { theme: words(`theme.${theme}`) })}
        onClick={() => setTheme(next)}
      >
        <Icon name="theme" />
      </button>
      {session !== undefined && session.kind !== 'anyone' ? <WhoMenu session={session} /> : undefined}
    </header>
  );
}
