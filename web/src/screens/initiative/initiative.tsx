import { Page } from '../../parts/page';

const Screen = () => <Page title="Initiative">To be built.</Page>;

export default Screen;
