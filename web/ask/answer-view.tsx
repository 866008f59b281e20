import type { Answer, AnswerContent } from '../contract.ts';
import { useWords, wordsFor } from '../languages/words.ts';
import { BeingReadNote } from '../parts/being-read-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerFeedback } from './answer-feedback.tsx';
import { ClaimList } from './claim-list.tsx';
import { LackNote } from './lack-note.tsx';
import { OriginNotice } from './origin-notice.tsx';
import { plainLine } from './plain-line.ts';
import { SafetyNotices } from './safety-notices.tsx';
import { saidFirst } from './said-first.ts';
import type { SourceLinks } from './source-links.ts';
import { SourceList } from './source-list.tsx';
import { SourceMarks } from './source-marks.tsx';
import type { SaidOfAnswer } from './turn.ts';
import type { Ask } from './use-conversation.ts';
import { WhyThisAnswer } from './why-this-answer.tsx';
import { WordingNote } from './wording-note.tsx';

interface AnswerViewProps extends SourceLinks {
  readonly question: string;
  readonly answer: Answer;
  readonly ask: Ask;
  readonly said: SaidOfAnswer | undefined;
  readonly onSaid: (said: SaidOfAnswer | undefined) => void;
}

const SIGNS = { answered: 'check', nearest: 'near', abstained: 'refused', clarify: 'question' } as const;

/** An answer that is whole: what was decided, warnings, sentences, what disagrees, what else may be meant, sources. */
export function AnswerView({ question, answer, ask, said, onSaid, ...sources }: AnswerViewProps) {
  const words = useWords();
  const { content } = answer;
  const { decision, reason, resolution, missing, claims, citations } = content;
  const links = { ...sources, citations };
  return (
    <div class={`answer ${decision}`} lang={content.language === 'zh' ? 'zh-CN' : 'en'}>
      <header class="decision">
        <Icon name={SIGNS[decision]} />
        <p>
          <strong>{words(`decision.${decision}`)}</strong>
          {reason === undefined ? undefined : <span class="reason">{wordsFor(words, 'reason', reason)}</span>}
        </p>
      </header>
      {resolution === undefined ? undefined : <p class="aside">{resolution.text}</p>}
      <WordingNote content={content} askAnew={() => ask(question, 'extractive')} />
      <SafetyNotices claims={content.safety} {...links} />
      {missing === '' ? undefined : <p class="missing">{missing}</p>}
      {answer.envelope.beingRead === undefined ? undefined : <BeingReadNote of="answer" {...answer.envelope.beingRead} />}
      {decision === 'abstained' && claims.length > 0 ? <h3>{words('answer.saysInstead')}</h3> : undefined}
      <ClaimList claims={claims} isSure={decision === 'answered'} {...links} />
      <Candidates content={content} ask={ask} />
      <Conflicts content={content} links={links} />
      <LackNote degraded={content.degraded} lacking={answer.envelope.lacking} askAnew={() => ask(question)} />
      <SourceList {...links} />
      <OriginNotice mode={content.mode} />
      <p class="for-print">{words('answer.notice')}</p>
      <AnswerActions question={question} answer={answer} turn={sources.turn} />
      <AnswerFeedback
        turn={sources.turn}
        ask={words('feedback.ask')}
        of={{ question, ...(resolution === undefined ? {} : { understood: resolution.question }), digest: answer.digest }}
        said={said}
        onSaid={onSaid}
      />
      <WhyThisAnswer answer={answer} />
    </div>
  );
}

function Candidates({ content, ask }: { readonly content: AnswerContent; readonly ask: (question: string) => void }) {
  const words = useWords();
  const { candidates } = content;
  if (candidates.length === 0) return null;
  return (
    <div class="candidates">
      <span class="aside">{words('answer.candidates')}</span>
      {candidates.map(({ key, text }) => (
        <button key={key ?? text} type="button" class="suggestion" onClick={() => ask(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}

function Conflicts({
  content,
  links,
}: {
  readonly content: AnswerContent;
  readonly links: SourceLinks & Pick<AnswerContent, 'citations'>;
}) {
  const words = useWords();
  return content.conflicts.map(({ winner, other, text }) => (
    <section class="conflict" key={`${winner} ${other} ${text}`}>
      <h3>
        <Icon name="conflict" />
        {words('answer.conflict')}
      </h3>
      <p>
        {words('answer.conflict.says', { source: content.citations[other]?.title ?? '' })} {plainLine(text)}{' '}
        <SourceMarks places={[other]} {...links} />
      </p>
      <p>
        {words('answer.conflict.goesBy', { source: content.citations[winner]?.title ?? '' })} {plainLine(saidFirst(content, { winner }))}{' '}
        <SourceMarks places={[winner]} {...links} />
      </p>
    </section>
  ));
}
