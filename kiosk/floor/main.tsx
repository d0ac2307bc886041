import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { FloorScreen } from './floor.tsx';

mount(<FloorScreen link={connect()} />);
