let token: string | undefined;

/** What the service gave the session of this page, sent with each change; absent where nobody is signed in by a cookie. */
export function csrfToken(): string | undefined {
  return token;
}

export function keepCsrfToken(given: string | undefined): void {
  token = given;
}
