/**
 * The bare limit of B9: Preact and Socket.IO's client alone, as a page needs them that shows one thing
 * and presses one button. Built by the same vite, with the same settings.
 */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { io } from 'socket.io-client';

const socket = io();

function Page() {
  const [shown, show] = useState('');
  useEffect(() => {
    socket.on('view', show);
  }, []);
  return (
    <button type="button" onClick={() => socket.emit('command')}>
      {shown}
    </button>
  );
}
render(<Page />, document.body);
