import { render } from 'preact';
import '../../shared/screen/letters.css';
import '../../shared/screen/tokens.css';
import '../../shared/screen/base.css';
import '../../shared/screen/parts.css';
import './style.css';
import './called.css';
import './rate.css';
import { start } from './live.ts';
import { Visit } from './visit.tsx';

start();
const screen = document.getElementById('screen');
if (screen) render(<Visit />, screen);
