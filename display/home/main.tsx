import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { Home } from './home.tsx';

mount(<Home link={connect()} />);
