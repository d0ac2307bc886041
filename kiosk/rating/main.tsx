import { counterInAddress } from '../../shared/screen/address.ts';
import { mount } from '../../shared/screen/frame.tsx';
import { guardTouch } from '../../shared/screen/kiosk.ts';
import { connect } from '../../shared/screen/link.ts';
import { RatingTerminal } from './ratingTerminal.tsx';
import './style.css';
import { Unknown } from './unknown.tsx';

guardTouch();
const counter = counterInAddress();
mount(counter ? <RatingTerminal link={connect()} counter={counter} /> : <Unknown />);
