import { LackNote } from '../ask/lack-note.tsx';
import { OriginNotice } from '../ask/origin-notice.tsx';
import { SafetyNotices } from '../ask/safety-notices.tsx';
import type { SourceLinks } from '../ask/source-links.ts';
import { SourceList } from '../ask/source-list.tsx';
import type { Diagnosis } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { BeingReadNote } from '../parts/being-read-note.tsx';
import { CauseList } from './cause-list.tsx';
import type { Seen } from './fault-case.ts';
import { NextCheck } from './next-check.tsx';
import { ProcedureList, warningsOf } from './procedure-list.tsx';
import { SeenList } from './seen-list.tsx';

interface DiagnosisViewProps extends SourceLinks {
  readonly diagnosis: Diagnosis;
  readonly seen: readonly Seen[];
  readonly isLooking: boolean;
  readonly see: (one: Seen) => void;
  readonly takeBack: (check: string) => void;
  readonly begin: (fault: string) => void;
}

/** A diagnosis: warnings that stay in view, where it stands, what to look at next, what was seen, causes, the procedure of the one that leads, sources. */
export function DiagnosisView({ diagnosis, seen, isLooking, see, takeBack, begin, ...sources }: DiagnosisViewProps) {
  const words = useWords();
  const { state, language, reason, missing, candidates, causes, procedures, order, safety, citations, degraded, lacking } = diagnosis;
  const links = { ...sources, citations };
  return (
    <div class={`answer diagnosis ${state}`} lang={language === 'zh' ? 'zh-CN' : 'en'} aria-busy={isLooking}>
      <SafetyNotices claims={[...safety, ...warningsOf(procedures)]} {...links} />
      <p class="state" role="status">
        <strong>{words(`diagnosis.${state}`)}</strong>
        {reason === undefined ? undefined : <span class="reason"> {wordsFor(words, 'reason', reason)}</span>}
      </p>
      {missing === '' ? undefined : <p class="missing">{missing}</p>}
      {candidates.map(({ key, text }) => (
        <button key={key ?? text} type="button" class="suggestion" onClick={() => begin(text)}>
          {text}
        </button>
      ))}
      <NextCheck diagnosis={diagnosis} isLooking={isLooking} see={see} {...links} />
      <SeenList seen={seen} takeBack={takeBack} />
      <CauseList causes={causes} order={order} {...links} />
      <ProcedureList procedures={procedures} {...links} />
      {diagnosis.beingRead === undefined ? undefined : <BeingReadNote of="answer" {...diagnosis.beingRead} />}
      <LackNote degraded={degraded} lacking={lacking} />
      <SourceList {...links} />
      <OriginNotice mode="extractive" />
      <p class="for-print">{words('answer.notice')}</p>
    </div>
  );
}
