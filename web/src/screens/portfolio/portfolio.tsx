import { Page } from '../../parts/page';

const Screen = () => <Page title="Portfolio">To be built.</Page>;

export default Screen;
