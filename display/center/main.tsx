import { mount } from '../../shared/screen/frame.tsx';
import { fetchLetters } from '../../shared/screen/letters.ts';
import { CenterPage } from './center.tsx';

mount(<CenterPage />);
fetchLetters();
