import { Page } from '../../parts/page';

const Screen = () => <Page title="Decide">To be built.</Page>;

export default Screen;
