/** Asking the hub again and again over plain HTTP, where nothing else comes through. */
export { XHR } from 'socket.io-client';
