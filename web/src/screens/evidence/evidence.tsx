import { Page } from '../../parts/page';

const Screen = () => <Page title="Evidence">To be built.</Page>;

export default Screen;
