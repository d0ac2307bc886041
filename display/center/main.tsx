import { mount } from '../../shared/screen/frame.tsx';
import { CenterPage } from './center.tsx';

mount(<CenterPage />);
