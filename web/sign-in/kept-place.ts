import { keepState, keptState } from '../kept/kept-state.ts';

const NAME = 'place';

/** Keeps where on the page a person is, while another site is open in this tab. */
export function keepPlace(): void {
  keepState(sessionStorage, NAME, location.hash);
}

/** Goes back there, once, and takes what was said of a sign-in out of the address. */
export function returnToPlace(): void {
  const kept = keptState(sessionStorage, NAME);
  if (typeof kept !== 'string') return;
  sessionStorage.removeItem(`faultline.${NAME}`);
  history.replaceState(null, '', `/${kept}`);
  dispatchEvent(new Event('hashchange'));
}
