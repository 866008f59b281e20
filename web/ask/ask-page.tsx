import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Citation } from '../contract.ts';
import { keepState, keptState } from '../kept/kept-state.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { QuestionBox } from './question-box.tsx';
import type { SelectedSource } from './selected-source.ts';
import { SourcePanel } from './source-panel.tsx';
import type { Turn } from './turn.ts';
import { TurnView } from './turn-view.tsx';
import { useConversation } from './use-conversation.ts';
import { Welcome } from './welcome.tsx';

/** Questions and answers, and beside them (on a phone below the answer) the place that a citation names. */
export function AskPage() {
  const words = useWords();
  const { conversation, ask, stop, retry, say, startAnew } = useConversation();
  const [selected, setSelected] = useState(() => keptSelection());
  const isWide = useIsWide();
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => void keepState(localStorage, 'selection', selected ?? null), [selected]);

  const { turns } = conversation;
  const shown = turns.length;
  const before = useRef(shown);
  useEffect(() => {
    if (shown > before.current) last.current?.scrollIntoView({ block: 'start' });
    before.current = shown;
  }, [shown]);

  const close = useCallback(() => setSelected(undefined), []);
  const open = turns.find(({ id }) => id === selected?.turn);
  const sources = open === undefined ? [] : citationsOf(open);
  const panel =
    selected !== undefined && sources[selected.index] !== undefined ? (
      <SourcePanel
        key={isWide ? 'beside' : 'below'}
        sources={sources}
        index={selected.index}
        isWide={isWide}
        select={(index) => setSelected({ ...selected, index })}
        close={close}
      />
    ) : undefined;

  return (
    <main id="content" tabIndex={-1} class={`ask${panel !== undefined && isWide ? ' with-source' : ''}`}>
      <div class="conversation">
        <h1 class={turns.length === 0 ? 'welcome-title' : 'for-readers'}>{words('ask.heading')}</h1>
        {turns.length === 0 ? <Welcome ask={ask} /> : undefined}
        {turns.map((turn, index) => (
          <TurnView
            key={turn.id}
            turn={turn}
            place={index === turns.length - 1 ? last : null}
            selected={selected?.turn === turn.id ? selected.index : undefined}
            select={(source) => setSelected({ turn: turn.id, index: source })}
            ask={ask}
            stop={() => stop(turn.id)}
            retry={() => retry(turn.id)}
            say={(said) => say(turn.id, said)}
          >
            {!isWide && selected?.turn === turn.id ? panel : undefined}
          </TurnView>
        ))}
        <div class="dock">
          <QuestionBox ask={ask} />
          {turns.length === 0 ? undefined : (
            <button
              type="button"
              class="quiet anew"
              onClick={() => {
                startAnew();
                close();
              }}
            >
              <Icon name="plus" />
              {words('ask.new')}
            </button>
          )}
        </div>
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}

function citationsOf({ progress }: Turn): readonly Citation[] {
  if (progress.kind === 'done') return progress.answer.content.citations;
  return progress.kind === 'asking' ? progress.evidence : [];
}

function keptSelection(): SelectedSource | undefined {
  const kept = keptState(localStorage, 'selection') as SelectedSource | null | undefined;
  return typeof kept?.turn === 'string' && typeof kept.index === 'number' ? kept : undefined;
}
