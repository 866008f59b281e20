import { useEffect } from 'preact/hooks';
import type { PageLanguage } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from './icon.tsx';
import { useKept } from './use-kept.ts';
import type { PagePlace } from './use-place.ts';

const THEMES = ['system', 'light', 'dark'] as const;

interface HeaderProps {
  readonly place: PagePlace;
  readonly language: PageLanguage;
  readonly choose: (language: PageLanguage) => void;
}

/** Name, parts of the page, language and light. */
export function Header({ place, language, choose }: HeaderProps) {
  const words = useWords();
  const [theme, setTheme] = useKept('theme', THEMES, () => 'system');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
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
      <nav aria-label={words('page.navigation')}>
        <a href="#/ask" aria-current={place.part === 'ask' ? 'page' : undefined}>
          {words('page.ask')}
        </a>
        <a href="#/diagnose" aria-current={place.part === 'diagnose' ? 'page' : undefined}>
          {words('page.diagnose')}
        </a>
        <a href="#/explore" aria-current={place.part === 'explore' ? 'page' : undefined}>
          {words('page.explore')}
        </a>
        <a href="#/figures" aria-current={place.part === 'figures' ? 'page' : undefined}>
          {words('page.figures')}
        </a>
        <a href="#/library" aria-current={place.part === 'library' ? 'page' : undefined}>
          {words('page.library')}
        </a>
        <a href="#/review" aria-current={place.part === 'review' ? 'page' : undefined}>
          {words('page.review')}
        </a>
      </nav>
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
    </header>
  );
}
