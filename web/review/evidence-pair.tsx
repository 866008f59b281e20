import { useState } from 'preact/hooks';
import { describePlace } from '../ask/describe-place.ts';
import { MarkedPicture } from '../ask/marked-picture.tsx';
import { pictureAddress } from '../ask/picture-address.ts';
import { plainLine } from '../ask/plain-line.ts';
import type { Review } from '../contract.ts';
import { useWords } from '../languages/words.ts';

type Place = Review['evidence'][number];

/** Two places of a matter, each drawn with its words marked: beside each other where there is room, else one below the other. */
export function EvidencePair({ id, evidence }: { readonly id: string; readonly evidence: readonly Place[] }) {
  const words = useWords();
  const [chosen, setChosen] = useState<readonly [number, number]>([0, 1]);
  const nameOf = (place: Place): string => `${place.title}, ${describePlace(words, place.anchors)}`;
  return (
    <div class="beside">
      {chosen.map((index, side) => {
        const place = evidence[index];
        if (place === undefined) return null;
        const label = words(side === 0 ? 'evidence.first' : 'evidence.second');
        const page = place.anchors.flatMap((anchor) => (anchor.kind === 'page' ? [anchor.page] : []))[0];
        return (
          <figure key={label}>
            <figcaption>
              {evidence.length === 2 ? (
                nameOf(place)
              ) : (
                <select
                  aria-label={label}
                  id={`place-${side}-${id}`}
                  value={String(index)}
                  onChange={(event) => {
                    const next = Number(event.currentTarget.value);
                    setChosen(side === 0 ? [next, chosen[1]] : [chosen[0], next]);
                  }}
                >
                  {evidence.map((one, at) => (
                    <option key={`${one.passageId} ${one.start}`} value={String(at)}>
                      {nameOf(one)}
                    </option>
                  ))}
                </select>
              )}
            </figcaption>
            <MarkedPicture
              key={`${place.passageId} ${place.start}`}
              address={pictureAddress(place, [place], page)}
              alternative={words('source.picture', { place: nameOf(place), quote: plainLine(place.quote) })}
              isClose
            />
          </figure>
        );
      })}
    </div>
  );
}
