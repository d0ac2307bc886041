import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { DevicesScreen } from './devices.tsx';

mount(<DevicesScreen link={connect()} />);
