import type { DecisionEffect } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import type { Loaded } from '../parts/use-loaded.ts';
import { RowsEffect } from './rows-effect.tsx';

type Of<Kind extends DecisionEffect['kind']> = Extract<DecisionEffect, { kind: Kind }>;

/** What a decision would change, before it is made; while that is tried, that it is. */
export function EffectView({ loaded }: { readonly loaded: Loaded<DecisionEffect> }) {
  const words = useWords();
  const { value, failure } = loaded;
  return (
    <section class="effect" aria-label={words('effect.heading')} aria-live="polite">
      <h4>{words('effect.heading')}</h4>
      {value === undefined && failure === undefined ? (
        <p class="working">
          <span class="spinner" aria-hidden="true" />
          {words('effect.loading')}
        </p>
      ) : undefined}
      {failure === undefined ? undefined : (
        <p class="notice warning">
          {words('effect.failed')}: {failure}
        </p>
      )}
      {value === undefined ? undefined : <Told effect={value} />}
    </section>
  );
}

function Told({ effect }: { readonly effect: DecisionEffect }) {
  const words = useWords();
  switch (effect.kind) {
    case 'rows':
      return <RowsEffect effect={effect} />;
    case 'things':
      return (
        <div class="now-then">
          <Things title={words('effect.now')} things={effect.before} />
          <Things title={words('effect.then')} things={effect.after} />
        </div>
      );
    case 'text':
      return (
        <div class="now-then">
          <div>
            <h5>{words('effect.now')}</h5>
            <blockquote>{effect.before}</blockquote>
          </div>
          <div>
            <h5>{words('effect.then')}</h5>
            <blockquote>{effect.after}</blockquote>
          </div>
        </div>
      );
    case 'fact': {
      const { counts, places } = effect;
      const said = (isCounted: boolean): string => words(isCounted ? 'effect.counts' : 'effect.countsNot');
      return (
        <p>
          {words('effect.now')}: {said(counts.before)}; {words('effect.then')}: {said(counts.after)} (
          {words('effect.places', { count: places })})
        </p>
      );
    }
    case 'answer':
      return <p>{words(effect.isMeasured ? 'effect.measured' : 'effect.none')}</p>;
    case 'unread':
      return <p>{words('effect.none')}</p>;
    default:
      return effect satisfies never;
  }
}

/** Each thing by all its names, with some of what is known of it. */
function Things({ title, things }: { readonly title: string; readonly things: Of<'things'>['before'] }) {
  const words = useWords();
  return (
    <div>
      <h5>{title}</h5>
      <ul>
        {things.map(({ id, names, facts, told }) => (
          <li key={id}>
            <strong>{names.join(' = ')}</strong> <span class="aside">{words('effect.facts', { count: facts })}</span>
            <ul class="aside">
              {told.map(({ id: fact, subject, predicate, object }) => (
                <li key={fact}>
                  {subject.name}, {wordsFor(words, 'predicate.out', predicate)}:{' '}
                  {object.kind === 'value' ? object.value.text : object.entity.name}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
