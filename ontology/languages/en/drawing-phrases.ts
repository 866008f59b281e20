import type { DrawingPhrases, DrawnBasis, SaidOfChange, SaidOfDrawing, SaidOfIsolation } from '../drawing-phrases.ts';

function over({ line, isElectrical }: SaidOfDrawing): string {
  return line === undefined ? '' : ` over ${isElectrical === true ? 'cable' : 'line'} ${line}`;
}

function basisOf(basis: DrawnBasis, evidence: string): string {
  return basis === 'stated' ? ' (stated in the drawing).' : ` (inferred from the drawing: ${evidence}).`;
}

const CONDUCTOR = 'a conductor between their symbols';

function pipe(said: SaidOfDrawing): string {
  if (said.isElectrical === true) return `${CONDUCTOR}, followed from the side of the supply`;
  return said.isOverSheets
    ? 'connectors of two sheets with one letter and one line number'
    : 'a pipe between their symbols and arrows of its flow';
}

const CHANGED: Readonly<Record<SaidOfChange['what'], string>> = {
  valve: 'valve',
  instrument: 'instrument',
  equipment: 'equipment',
  line: 'line',
  label: 'tag',
  mark: 'the mark of',
  pipe: 'the pipe',
  'title-block': 'the title block,',
  breaker: 'breaker',
  motor: 'motor',
  cable: 'cable',
  conductor: 'the conductor',
  rating: 'the rating of',
};

function became({ change, before, after }: SaidOfChange): string {
  if (change !== 'altered') return ` was ${change}`;
  if (before === undefined) return ` is “${after ?? ''}” now and was not there before`;
  return after === undefined ? ` was “${before}” and is gone` : ` changed from “${before}” to “${after}”`;
}

function valvesOf({ of, valves, unparted, leaving, basis }: SaidOfIsolation): string {
  return [
    `Candidates for isolating ${of}, to be verified on site: ${valves.join(', ')} – the shut-off valves drawn nearest to it on each pipe`,
    unparted.length === 0 ? '' : `; no shut-off valve is drawn between ${of} and ${unparted.join(', ')}`,
    leaving.length === 0 ? '' : `; a pipe of ${leaving.join(', ')} goes on at a sheet that was not found, so valves may be missing here`,
    basisOf(basis, 'pipes between symbols'),
  ].join('');
}

function breakers({ of, valves, unparted, basis }: SaidOfIsolation): string {
  const between = unparted.length === 0 ? '' : `; no breaker is drawn between ${of} and ${unparted.join(', ')}`;
  return `Candidates for isolating ${of}, to be verified on site: ${valves.join(', ')} – the breakers and isolating switches drawn nearest to it on each conductor${between}${basisOf(basis, 'conductors between symbols')}`;
}

export const EN_DRAWING_PHRASES: DrawingPhrases = {
  feeds: (said) => `${said.from} feeds ${said.to}${over(said)}${basisOf(said.basis, pipe(said))}`,
  joins: (said) =>
    said.isElectrical === true
      ? `${said.from} and ${said.to} are joined by a conductor${over(said)}; which of them supplies the other is not shown${basisOf(said.basis, CONDUCTOR)}`
      : `${said.from} and ${said.to} are joined by a pipe${over(said)} of which no direction is shown${basisOf(said.basis, said.isOverSheets ? pipe(said) : 'a pipe between their symbols')}`,
  measures: (said) => `${said.from} measures ${said.to}${basisOf(said.basis, 'a line from its balloon leads there')}`,
  controls: (said) => `${said.from} controls ${said.to}${basisOf(said.basis, 'a signal line from its balloon leads there')}`,
  drives: (said) => `${said.from} drives ${said.to}${basisOf(said.basis, 'their tags stand together at the symbol of the motor')}`,
  inLoop: (said) => `${said.from} belongs to loop ${said.to}${basisOf(said.basis, 'the number of its tag')}`,
  isolation: (said) => (said.isElectrical === true ? breakers(said) : valvesOf(said)),
  normalState: (valve, mark) => `${valve} is marked “${mark}” (inferred from the drawing: the mark stands beside its tag).`,
  candidatesOnly: ({ isElectrical, isRecognised }) =>
    (isElectrical === true
      ? 'Caution: this was read from a one-line diagram and is no isolation procedure. The diagram may be outdated or misread, and other sources may not be drawn, such as control voltage, heaters, a second supply or the charge of drives and capacitors: find every source on site, and isolate, lock, earth and prove dead by the approved procedure only.'
      : 'Caution: this was read from a drawing and is no isolation procedure. Lines may be missing, changed or misread: walk down every pipe on site, and isolate, lock, drain and prove zero energy by the approved procedure only.') +
    (isRecognised === true ? ' The sheet was read from a picture: what was not made out in it is missing from the list.' : ''),
  changed: (said) =>
    `${said.drawing}, revision ${said.from} to ${said.to}: ${CHANGED[said.what]} ${said.name}${became(said)} (inferred from the drawing: both sheets compared).`,
  noChange: (drawing, from, to) =>
    `No difference between revisions ${from} and ${to} of ${drawing} was read; what is only drawn otherwise is not compared.`,
  revisionsHeld: (drawing, revisions) => `Two revisions are compared; of ${drawing} there is here: ${revisions.join(', ')}.`,
  nothingDrawn: (of) => `${of} is drawn, but nothing of what is asked is drawn at it.`,
  tooMuchDrawn: (of) => `Around ${of} more is drawn than can be told surely; read it on the drawing.`,
};
