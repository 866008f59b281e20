import { useEffect } from 'preact/hooks';
import type { PageLanguage } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from './icon.tsx';
import { PartMenu } from './part-menu.tsx';
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
      <PartMenu place={place} />
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
