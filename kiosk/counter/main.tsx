import { counterInAddress } from '../../shared/screen/address.ts';
import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { CounterScreen, WhichCounter } from './counter.tsx';

const link = connect();
const counter = counterInAddress();
mount(counter ? <CounterScreen link={link} counter={counter} /> : <WhichCounter link={link} />);
