import { Page } from '../../parts/page';

const Screen = () => <Page title="Reviews">To be built.</Page>;

export default Screen;
