import type { ComponentChildren } from 'preact';
import { AllowedContext } from '../parts/allowed.ts';
import { SignInPage } from './sign-in-page.tsx';
import type { PageSession } from './use-session.ts';

interface SignInGateProps {
  readonly session: PageSession;
  readonly children: ComponentChildren;
}

/** Lets in whom the service knows, and asks the others who they are; the address stays, so that one comes to where one wanted to go. */
export function SignInGate({ session, children }: SignInGateProps) {
  const { entry } = session;
  switch (entry.kind) {
    case 'unknown':
      return null;
    case 'closed':
      return <SignInPage entry={entry} session={session} />;
    case 'open':
      // What stands on the page is of one person.
      return (
        <AllowedContext.Provider key={entry.session?.actor} value={entry.session?.may}>
          {children}
        </AllowedContext.Provider>
      );
    default:
      return entry satisfies never;
  }
}
