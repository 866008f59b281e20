import { useEffect, useState } from 'preact/hooks';
import { listDocuments } from '../client/list-documents.ts';
import { useWords } from '../languages/words.ts';
import demo from './demo-plant.json' with { type: 'json' };

type Plant = 'unknown' | 'empty' | 'demo' | 'own';

/** What is said before the first question: where a new plant begins, and what the demo plant can be asked. */
export function Welcome({ ask }: { readonly ask: (question: string) => void }) {
  const words = useWords();
  const [plant, setPlant] = useState<Plant>('unknown');
  useEffect(() => {
    const abort = new AbortController();
    // A welcome without suggestions is whole: what is wrong with the service is said where a question is asked.
    findPlant(abort.signal).then(setPlant, () => undefined);
    return () => abort.abort();
  }, []);
  return (
    <div class="welcome">
      <p class="introduction">{words('ask.introduction')}</p>
      {plant === 'empty' ? (
        <p class="notice">
          {words('ask.noDocuments')} <a href="#/library">{words('ask.toLibrary')}</a>
        </p>
      ) : undefined}
      {plant === 'demo' ? (
        <section aria-labelledby="starters">
          <h2 id="starters">{words('ask.tryOne')}</h2>
          <ul class="starters">
            {demo.questions.map(({ language, question }) => (
              <li key={question}>
                <button type="button" class="suggestion" lang={language === 'zh' ? 'zh-CN' : 'en'} onClick={() => ask(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : undefined}
    </div>
  );
}

async function findPlant(signal: AbortSignal): Promise<Plant> {
  const { documents } = await listDocuments({ limit: 100 }, signal);
  if (documents.length === 0) return 'empty';
  const held = new Set(documents.map(({ fileName }) => fileName));
  return demo.documents.every((name) => held.has(name)) ? 'demo' : 'own';
}
