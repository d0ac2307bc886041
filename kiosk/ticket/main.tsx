import { mount } from '../../shared/screen/frame.tsx';
import { guardTouch } from '../../shared/screen/kiosk.ts';
import { connect } from '../../shared/screen/link.ts';
import { withReserve } from './alone.ts';
import { TicketKiosk } from './ticketKiosk.tsx';
import './lent.css';
import './style.css';

guardTouch();
mount(<TicketKiosk link={withReserve(connect())} />);
