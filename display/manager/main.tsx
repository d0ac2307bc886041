import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { place } from './address.ts';
import { fetchAhead } from './fetched.tsx';
import { ManagerScreen } from './manager.tsx';
import { tabNamed } from './tabs.ts';

// While the line to the hub is opened, not after it.
const first = tabNamed(place.value[0]);
if (first) fetchAhead(first.load);

mount(<ManagerScreen link={connect()} />);
