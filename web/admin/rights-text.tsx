import type { GivenRights } from '../client/admin.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { writeLabels } from './read-labels.ts';

/** Role and labels as they are read. */
export function RightsText({ rights: { role, labels } }: { readonly rights: GivenRights }) {
  const words = useWords();
  const held = labels === 'all' ? words('admin.readsAll') : labels.length === 0 ? words('admin.readsUnlabelled') : writeLabels(labels);
  return (
    <>
      <span class="badge">{wordsFor(words, 'callerRole', role)}</span> <span class="aside">{held}</span>
    </>
  );
}
