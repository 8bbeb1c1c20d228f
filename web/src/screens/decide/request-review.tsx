import { Page } from '../../parts/page';

const Screen = () => <Page title="Request review">To be built.</Page>;

export default Screen;
