import { plainLine } from '../ask/plain-line.ts';
import { saidText } from '../ask/said-text.ts';
import type { CitedLinks } from '../ask/source-links.ts';
import { SourceMarks } from '../ask/source-marks.tsx';
import type { Claim, DiagnosedProcedure } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';

interface ProcedureListProps extends CitedLinks {
  readonly procedures: readonly DiagnosedProcedure[];
}

/** How what remedies the leading cause is done, warnings before the first step; where no document tells it, that none does. */
export function ProcedureList({ procedures, ...links }: ProcedureListProps) {
  return (
    <>
      {procedures.map((procedure, index) => (
        <Procedure key={procedure.remedy} procedure={procedure} id={`procedure-${index}`} {...links} />
      ))}
    </>
  );
}

/** What procedures warn of, each once. */
export function warningsOf(procedures: readonly DiagnosedProcedure[]): readonly Claim[] {
  const all = procedures.flatMap((one) => (one.kind === 'documented' ? one.warnings : []));
  return [...new Map(all.map((claim) => [claim.text, claim])).values()];
}

function Procedure({ procedure, id, ...links }: CitedLinks & { readonly procedure: DiagnosedProcedure; readonly id: string }) {
  const words = useWords();
  const { remedy, missing } = procedure;
  return (
    <section class="procedure" aria-labelledby={id}>
      <h3 id={id}>{words('diagnose.procedure', { remedy })}</h3>
      {missing === '' ? undefined : <p class="missing">{missing}</p>}
      {procedure.kind === 'none' ? undefined : (
        <>
          {procedure.title === '' || procedure.title === remedy ? undefined : <p class="aside">{procedure.title}</p>}
          {procedure.warnings.length === 0 ? undefined : (
            <ul class="procedure-warnings" aria-label={words('diagnose.procedure.warnings')}>
              {procedure.warnings.map((claim) => (
                <li key={claim.text}>
                  <Icon name="warning" /> {plainLine(claim.text)} <SourceMarks places={claim.citations} {...links} />
                </li>
              ))}
            </ul>
          )}
          <ol class="steps">
            {procedure.steps.map((claim, index) => (
              <li key={`${index} ${claim.text}`}>
                {plainLine(saidText(claim))} <SourceMarks places={claim.citations} {...links} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
