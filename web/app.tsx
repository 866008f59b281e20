import { useEffect } from 'preact/hooks';
import { AdminPage } from './admin/admin-page.tsx';
import { AskPage } from './ask/ask-page.tsx';
import { DiagnosePage } from './diagnose/diagnose-page.tsx';
import { EvaluatePage } from './evaluate/evaluate-page.tsx';
import { ExplorePage } from './explore/explore-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import { Header } from './header.tsx';
import type { PageLanguage } from './languages/speak.ts';
import { LanguageContext } from './languages/words.ts';
import { LibraryPage } from './library/library-page.tsx';
import { useUploads } from './library/use-uploads.ts';
import { useKept } from './parts/use-kept.ts';
import { type PagePlace, usePlace } from './parts/use-place.ts';
import { ReviewPage } from './review/review-page.tsx';
import { SearchTestPage } from './search-test/search-test-page.tsx';
import { SignInGate } from './sign-in/sign-in-gate.tsx';
import { useSession } from './sign-in/use-session.ts';

const LANGUAGES: readonly PageLanguage[] = ['zh', 'en'];

/** The whole page: what stands above it, and the part that the address names. */
export function App() {
  const [language, setLanguage] = useKept('language', LANGUAGES, () => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
  const place = usePlace();
  const uploads = useUploads();
  const session = useSession();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <LanguageContext.Provider value={language}>
      <Header place={place} language={language} choose={setLanguage} entry={session.entry} />
      <SignInGate session={session}>{partOf(place, uploads)}</SignInGate>
    </LanguageContext.Provider>
  );
}

function partOf(place: PagePlace, uploads: ReturnType<typeof useUploads>) {
  switch (place.part) {
    case 'admin':
      return <AdminPage open={place.open} />;
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
