import { useState } from 'preact/hooks';
import { useWords, wordsFor } from '../languages/words.ts';
import { type ChosenFigure, GROUPINGS, MEASURES, RECORD_KINDS } from './chosen-figure.ts';

interface FigureChoiceProps {
  readonly chosen: ChosenFigure;
  readonly choose: (chosen: ChosenFigure) => void;
}

/** What is counted, of which equipment, and by what. */
export function FigureChoice({ chosen, choose }: FigureChoiceProps) {
  const words = useWords();
  const [asset, setAsset] = useState(chosen.asset);
  const chooseAsset = () => {
    if (asset.trim() !== chosen.asset) choose({ ...chosen, asset: asset.trim() });
  };
  const select = <Name extends 'kind' | 'grouping' | 'measure'>(name: Name, choices: readonly ChosenFigure[Name][]) => (
    <span>
      <label for={`figure-${name}`}>{words(`figures.${name}`)}</label>
      <select
        id={`figure-${name}`}
        value={chosen[name]}
        onChange={({ currentTarget: { value } }) => {
          const choice = choices.find((one) => one === value);
          if (choice !== undefined) choose({ ...chosen, [name]: choice });
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {wordsFor(words, `figures.${name}`, choice)}
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <form
      class="figure-choice"
      onSubmit={(event) => {
        event.preventDefault();
        chooseAsset();
      }}
    >
      {select('kind', RECORD_KINDS)}
      {select('measure', MEASURES)}
      {select('grouping', GROUPINGS)}
      <span>
        <label for="figure-asset">{words('figures.asset')}</label>
        <input
          id="figure-asset"
          type="text"
          value={asset}
          placeholder={words('figures.all')}
          onInput={({ currentTarget: { value } }) => setAsset(value)}
          onBlur={chooseAsset}
        />
      </span>
    </form>
  );
}
