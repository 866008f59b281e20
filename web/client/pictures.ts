import { keepPictures } from './keep-pictures.ts';
import { sendRequest } from './send-request.ts';

/** The pictures of this tab. The browser asks with their tags, so that the service draws nothing anew that did not change. */
export const pictures = keepPictures((address, signal) => sendRequest(address, { signal }));
