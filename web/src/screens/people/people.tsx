import { Page } from '../../parts/page';

const Screen = () => <Page title="People">To be built.</Page>;

export default Screen;
