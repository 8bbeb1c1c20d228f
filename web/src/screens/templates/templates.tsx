import { Page } from '../../parts/page';

const Screen = () => <Page title="Templates">To be built.</Page>;

export default Screen;
