/** Prints one question with its answer and sources, without the rest of the page. */
export function printTurn(turn: string): void {
  const article = document.getElementById(`question-${turn}`)?.closest('article');
  if (article === null || article === undefined) return;
  article.classList.add('printed');
  document.body.classList.add('prints-one');
  addEventListener(
    'afterprint',
    () => {
      article.classList.remove('printed');
      document.body.classList.remove('prints-one');
    },
    { once: true },
  );
  print();
}
