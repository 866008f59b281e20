import { useEffect } from 'preact/hooks';
import { AskPage } from './ask/ask-page.tsx';
import { DiagnosePage } from './diagnose/diagnose-page.tsx';
import { EvaluatePage } from './evaluate/evaluate-page.tsx';
import { ExplorePage } from './explore/explore-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import type { PageLanguage } from './languages/speak.ts';
import { LanguageContext } from './languages/words.ts';
import { LibraryPage } from './library/library-page.tsx';
import { useUploads } from './library/use-uploads.ts';
import { Header } from './parts/header.tsx';
import { KeyGate } from './parts/key-gate.tsx';
import { useKept } from './parts/use-kept.ts';
import { type PagePlace, usePlace } from './parts/use-place.ts';
import { ReviewPage } from './review/review-page.tsx';
import { SearchTestPage } from './search-test/search-test-page.tsx';

const LANGUAGES: readonly PageLanguage[] = ['zh', 'en'];

/** The whole page: what stands above it, and the part that the address names. */
export function App() {
  const [language, setLanguage] = useKept('language', LANGUAGES, () => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
  const place = usePlace();
  const uploads = useUploads();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <Header place={place} language={language} choose={setLanguage} />
      <KeyGate>{partOf(place, uploads)}</KeyGate>
    </LanguageContext.Provider>
  );
}

function partOf(place: PagePlace, uploads: ReturnType<typeof useUploads>) {
  switch (place.part) {
    case 'library':
      return <LibraryPage uploads={uploads} open={place.open} />;
    case 'diagnose':
      return <DiagnosePage />;
    case 'explore':
      return <ExplorePage open={place.open} to={place.to} />;
    case 'figures':
      return <FiguresPage />;
    case 'review':
      return <ReviewPage />;
    case 'evaluate':
      return <EvaluatePage open={place.open} />;
    case 'search-test':
      return <SearchTestPage />;
    case 'ask':
      return <AskPage />;
    default:
      return place.part satisfies never;
  }
}
