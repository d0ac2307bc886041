import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { LobbyDisplay } from './lobbyDisplay.tsx';
import './style.css';

mount(<LobbyDisplay link={connect()} />);
