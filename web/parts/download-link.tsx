import { useState } from 'preact/hooks';
import { saveFile } from '../client/save-file.ts';
import { sendRequest } from '../client/send-request.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from './icon.tsx';

/** Saves the original bytes of a document; a plain link would go without the key of this tab. */
export function DownloadLink({ address, fileName }: { readonly address: string; readonly fileName: string }) {
  const words = useWords();
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      saveFile(await (await sendRequest(address)).blob(), fileName);
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" class="quiet" onClick={save}>
        <Icon name="file" />
        {words('source.original')}
      </button>
      {problem === undefined ? undefined : <span role="alert">{problem}</span>}
    </>
  );
}
