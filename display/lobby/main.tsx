import { mount } from '../../shared/screen/frame.tsx';
import { guardTouch } from '../../shared/screen/kiosk.ts';
import { connect } from '../../shared/screen/link.ts';
import { LobbyDisplay } from './lobbyDisplay.tsx';
import './style.css';

guardTouch();
mount(<LobbyDisplay link={connect()} />);
