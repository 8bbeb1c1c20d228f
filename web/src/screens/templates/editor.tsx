import { Page } from '../../parts/page';

const Screen = () => <Page title="Editor">To be built.</Page>;

export default Screen;
