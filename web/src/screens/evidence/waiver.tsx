import { Page } from '../../parts/page';

const Screen = () => <Page title="Waiver">To be built.</Page>;

export default Screen;
