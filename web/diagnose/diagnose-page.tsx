import { useState } from 'preact/hooks';
import { AnswerFeedback } from '../ask/answer-feedback.tsx';
import { SourcePanel } from '../ask/source-panel.tsx';
import { saveDiagnosis } from '../client/save-diagnosis.ts';
import type { Diagnosis, DiagnosisRequest } from '../contract.ts';
import { useWords } from '../languages/words.ts';
import { Icon } from '../parts/icon.tsx';
import { useIsWide } from '../parts/use-is-wide.ts';
import { DiagnosisView } from './diagnosis-view.tsx';
import { FaultBox } from './fault-box.tsx';
import { useFaultCase } from './use-fault-case.ts';

/** A fault that is found step by step, made for one hand on a phone; each cause, check and remedy leads to its place. */
export function DiagnosePage() {
  const words = useWords();
  const { current, diagnosis, asked, isLooking, failure, begin, see, takeBack, say, retry, startAnew } = useFaultCase();
  const [selected, select] = useState<number | undefined>(undefined);
  const [unsaved, setUnsaved] = useState<string>();
  const isWide = useIsWide();
  const save = (request: DiagnosisRequest, made: Diagnosis) =>
    saveDiagnosis(request, made).then(
      () => setUnsaved(undefined),
      (error: unknown) => setUnsaved(error instanceof Error ? error.message : String(error)),
    );
  const close = () => select(undefined);
  const sources = current === undefined ? [] : (diagnosis?.citations ?? []);
  const panel =
    selected !== undefined && sources[selected] !== undefined ? (
      <SourcePanel key={isWide ? 'beside' : 'below'} sources={sources} index={selected} isWide={isWide} select={select} close={close} />
    ) : undefined;
  return (
    <main id="content" tabIndex={-1} class={`ask diagnose${panel !== undefined && isWide ? ' with-source' : ''}`}>
      <div class="conversation">
        <h1 class={current === undefined ? 'welcome-title' : 'for-readers'}>{words('diagnose.heading')}</h1>
        {current === undefined ? (
          <>
            <p class="introduction">{words('diagnose.introduction')}</p>
            <FaultBox begin={begin} />
          </>
        ) : (
          <article class="turn" aria-labelledby="fault-name">
            <header class="fault-name">
              <h2 class="question" id="fault-name">
                {current.fault}
              </h2>
              {diagnosis === undefined || asked === undefined ? undefined : (
                <button type="button" class="quiet" onClick={() => void save(asked, diagnosis)}>
                  <Icon name="file" />
                  {words('answer.saveMarkdown')}
                </button>
              )}
              <button type="button" class="quiet" onClick={() => print()}>
                <Icon name="print" />
                {words('answer.print')}
              </button>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  startAnew();
                  close();
                }}
              >
                <Icon name="plus" />
                {words('diagnose.new')}
              </button>
            </header>
            {unsaved === undefined ? undefined : (
              <p class="notice warning" role="alert">
                {words('answer.notSaved')}: {unsaved}
              </p>
            )}
            {failure === undefined ? undefined : (
              <div class="notice warning" role="alert">
                <p>
                  {words('diagnose.failed')}: {failure}
                </p>
                <button type="button" onClick={retry}>
                  {words('turn.again')}
                </button>
              </div>
            )}
            {diagnosis === undefined ? undefined : (
              <DiagnosisView
                diagnosis={diagnosis}
                seen={current.seen}
                isLooking={isLooking}
                see={see}
                takeBack={takeBack}
                begin={begin}
                turn="diagnosis"
                selected={selected}
                select={select}
              />
            )}
            {diagnosis === undefined || asked === undefined || isLooking ? undefined : (
              <AnswerFeedback
                key={diagnosis.aigc.ProduceID}
                turn="diagnosis"
                ask={words('feedback.askDiagnosis')}
                of={{ about: 'diagnosis', question: asked.fault, observations: asked.observations, digest: diagnosis.aigc.ProduceID }}
                said={current.said.find(({ digest }) => digest === diagnosis.aigc.ProduceID)}
                onSaid={(said) => say(diagnosis.aigc.ProduceID, said)}
              />
            )}
            {isLooking ? (
              <p class="working">
                <span class="spinner" aria-hidden="true" />
                {words('turn.looking')}
              </p>
            ) : undefined}
            {isWide ? undefined : panel}
          </article>
        )}
      </div>
      {isWide ? panel : undefined}
    </main>
  );
}
