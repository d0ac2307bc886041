import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { Wall } from './wall.tsx';

mount(<Wall link={connect()} />);
