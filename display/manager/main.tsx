import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { ManagerScreen } from './manager.tsx';

mount(<ManagerScreen link={connect()} />);
