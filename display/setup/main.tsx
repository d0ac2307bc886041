import { mount } from '../../shared/screen/frame.tsx';
import { connect } from '../../shared/screen/link.ts';
import { openBySetUpCode } from '../../shared/screen/pairing.ts';
import { SetUpScreen } from './setup.tsx';

// With the address that the hub printed this page is let in at once, and loads itself anew.
const isOpening = await openBySetUpCode(location.hash.slice(1));
if (!isOpening) mount(<SetUpScreen link={connect()} />);
