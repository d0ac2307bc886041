/** Pages that few see: one file, fetched once the first page is there. */
export { CardPage } from './cardPage.tsx';
export { Closed } from './closed.tsx';
export { Help } from './help.tsx';
export { Privacy } from './privacy.tsx';
