import { describeSource } from '../ask/describe-source.ts';
import { plainLine } from '../ask/plain-line.ts';
import type { SearchHit } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { hitSource } from './hit-source.ts';

const LEGS = ['identifier', 'lexical', 'vector', 'graph'] as const;

interface HitViewProps {
  readonly hit: SearchHit;
  /** Place among the hits, from 1. */
  readonly rank: number;
  readonly isOpen: boolean;
  readonly select: () => void;
}

/** A hit with its document and section, and what each leg of recall has of it. */
export function HitView({ hit, rank, isOpen, select }: HitViewProps) {
  const words = useWords();
  const { passageId, headings, text, legs, score, explained } = hit;
  return (
    <article class="hit" aria-labelledby={`hit-${passageId}`}>
      <h2 id={`hit-${passageId}`}>
        {rank}. {describeSource(words, hitSource(hit))}
      </h2>
      {headings.length === 0 ? undefined : <p class="aside">{headings.join(' › ')}</p>}
      <p class="hit-text">{plainLine(text)}</p>
      {hit.stamp === undefined ? undefined : <p class="notice warning">{wordsFor(words, 'stamp', hit.stamp)}</p>}
      <table>
        <caption class="for-readers">{words('search.legs')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('search.leg')}</th>
            <th scope="col">{words('search.rank')}</th>
            <th scope="col">{words('search.score')}</th>
          </tr>
        </thead>
        <tbody>
          {LEGS.map((leg) => {
            const found = legs.find((one) => one.leg === leg);
            const measured = explained?.scores.find((one) => one.leg === leg);
            return (
              <tr key={leg} class={found === undefined ? 'not-found' : undefined}>
                <th scope="row">{words(`leg.${leg}`)}</th>
                <td>{found?.rank ?? '–'}</td>
                <td>{measured === undefined ? '–' : shown(measured.score)}</td>
              </tr>
            );
          })}
          <tr class="mixed">
            <th scope="row">{words('search.mixed')}</th>
            <td>{rank}</td>
            <td>{shown(score)}</td>
          </tr>
        </tbody>
      </table>
      {explained === undefined ? undefined : (
        <details>
          <summary>{words('search.parts', { score: shown(score) })}</summary>
          <ul class="score-parts">
            {explained.parts.map(({ feature, value, weight }) => (
              <li key={feature}>
                <span>{wordsFor(words, 'feature', feature)}</span>
                <span class="number">
                  {shown(value)} × {shown(weight)} = {shown(value * weight)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" class="quiet" aria-pressed={isOpen} onClick={select}>
        {words('search.open')}
      </button>
    </article>
  );
}

/** Three digits tell numbers of very different size apart. */
function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
