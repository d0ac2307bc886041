import { counterInAddress } from '../../shared/screen/address.ts';
import { mount } from '../../shared/screen/frame.tsx';
import { guardTouch } from '../../shared/screen/kiosk.ts';
import { connect } from '../../shared/screen/link.ts';
import { RatingTerminal } from './ratingTerminal.tsx';
import './style.css';
import { Nowhere } from './unknown.tsx';

guardTouch();
const link = connect();
const counter = counterInAddress();
mount(counter ? <RatingTerminal link={link} counter={counter} /> : <Nowhere link={link} />);
