/** Entry of a process that, as its message says, answers at once, answers after a pause without work, works for ever, or does nothing. */
const PAUSE_MILLISECONDS = 1_500;

function answer(): void {
  process.send?.({ kind: 'embedded', vectors: [] });
}

process.on('message', (message: { readonly request: { readonly texts: readonly string[] } }) => {
  const [how] = message.request.texts;
  if (how === 'answer') answer();
  if (how === 'pause') setTimeout(answer, PAUSE_MILLISECONDS);
  while (how === 'work') Math.random();
});
