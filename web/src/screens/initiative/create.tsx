import { Page } from '../../parts/page';

const Screen = () => <Page title="Create">To be built.</Page>;

export default Screen;
