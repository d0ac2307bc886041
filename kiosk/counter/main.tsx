import { counterInAddress } from '../../shared/screen/address.ts';
import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { CounterScreen } from './counter.tsx';

mount(<CounterScreen link={connect()} counter={counterInAddress()} />);
