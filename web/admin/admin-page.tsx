import type { WordKey } from '../languages/speak.ts';
import { useWords } from '../languages/words.ts';
import { useAllowed } from '../parts/allowed.ts';
import { AccountsView } from './accounts-view.tsx';
import { AuditView } from './audit-view.tsx';
import { JobsView } from './jobs-view.tsx';
import { KeysView } from './keys-view.tsx';
import { StoresView } from './stores-view.tsx';

const VIEWS = { accounts: AccountsView, keys: KeysView, jobs: JobsView, stores: StoresView, audit: AuditView } as const;
type ViewName = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS) as ViewName[];
const TITLES: Readonly<Record<ViewName, WordKey>> = {
  accounts: 'admin.accounts',
  keys: 'admin.keys',
  jobs: 'admin.jobs',
  stores: 'admin.stores',
  audit: 'admin.audit',
};

/** What whoever runs the service looks after; `open` names the view. */
export function AdminPage({ open }: { readonly open: string | undefined }) {
  const words = useWords();
  const mayAdminister = useAllowed('administer');
  const shown = NAMES.find((name) => name === open) ?? 'accounts';
  const View = VIEWS[shown];
  return (
    <main id="content" tabIndex={-1} class="admin">
      <h1>{words('page.admin')}</h1>
      {mayAdminister ? (
        <>
          <nav class="views" aria-label={words('admin.views')}>
            {NAMES.map((name) => (
              <a key={name} href={`#/admin/${name}`} aria-current={name === shown ? 'page' : undefined}>
                {words(TITLES[name])}
              </a>
            ))}
          </nav>
          <section aria-labelledby="view">
            <h2 id="view">{words(TITLES[shown])}</h2>
            <View />
          </section>
        </>
      ) : (
        <p class="notice">{words('admin.notAllowed')}</p>
      )}
    </main>
  );
}
