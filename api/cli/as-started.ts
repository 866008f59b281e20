/** The commands that a text for people names (`` `faultline doctor` ``) as this program is started where it runs. */
export function asStarted(text: string, startedAs: string): string {
  return text.replace(/`faultline(?= )/gu, `\`${startedAs}`);
}
